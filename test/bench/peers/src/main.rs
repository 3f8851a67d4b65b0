//! Measures the recipe, and prints `{ "name of the benchmark": figure, … }`: each name is that of
//! the line in `npm run bench` which does the same in TypeScript.

mod benchmarks;
mod heap;
mod recipe;

#[global_allocator]
static ALLOCATOR: heap::Counting = heap::Counting;

/// The name of a benchmark's line, and what measures it.
type Benchmark = (&'static str, fn() -> f64);

fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let all: &[Benchmark] = &[
        (
            "idle turn of the driver's _process, hot",
            benchmarks::idle_turn,
        ),
        (
            "start a task that waits a frame and ends, 10,000 at once",
            || benchmarks::start_tasks(10_000),
        ),
        ("wake and park again, 1,000 tasks", || {
            benchmarks::wake_and_park(1_000)
        }),
        ("longest frame of 1,000 ready tasks of 50 µs", || {
            benchmarks::longest_frame(1_000)
        }),
        ("idle turn with 100,000 tasks asleep", || {
            benchmarks::idle_turn_with_sleepers(100_000)
        }),
        ("a channel of 1,000,000 messages, 1,000 at a time", || {
            benchmarks::channel(1_000_000, 1_000)
        }),
        ("all of 10,000 waits for a frame", || {
            benchmarks::all_waits(10_000)
        }),
        ("cancel a group of 10,000 tasks", || {
            benchmarks::cancel_group(10_000)
        }),
        ("memory of a parked task", || {
            benchmarks::parked_task(100_000)
        }),
    ];
    let figures: Vec<String> = all
        .iter()
        .filter(|(name, _)| name.contains(&only))
        .map(|(name, run)| format!("{name:?}: {}", run()))
        .collect();
    println!("{{{}}}", figures.join(", "));
}
