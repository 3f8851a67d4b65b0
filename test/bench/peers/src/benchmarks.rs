//! What is measured, each as its counterpart in TypeScript does it. Figures are for one of many, in
//! nanoseconds where the name says no other unit.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::heap::living_bytes;
use crate::recipe::Recipe;

const ROUNDS: usize = 20;

/// The least of many rounds: noise only ever adds.
fn best(count: usize, mut round: impl FnMut() -> Duration) -> f64 {
    let least = (0..ROUNDS).map(|_| round()).min().unwrap_or_default();
    least.as_nanos() as f64 / count as f64
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

pub fn idle_turn() -> f64 {
    const TURNS: usize = 10_000;
    let recipe = Recipe::new();
    best(TURNS, || {
        timed(|| (0..TURNS).for_each(|_| recipe.process()))
    })
}

pub fn start_tasks(count: usize) -> f64 {
    let recipe = Recipe::new();
    let ended = Rc::new(Cell::new(0));
    best(count, || {
        ended.set(0);
        timed(|| {
            for _ in 0..count {
                let (frame, ended) = (recipe.frame().clone(), ended.clone());
                recipe.spawn(async move {
                    frame.next().await;
                    ended.set(ended.get() + 1);
                });
            }
            recipe.advance_until(|| ended.get() == count);
        })
    })
}

pub fn wake_and_park(count: usize) -> f64 {
    let recipe = Recipe::new();
    let woken = Rc::new(Cell::new(0));
    for _ in 0..count {
        let (frame, woken) = (recipe.frame().clone(), woken.clone());
        recipe.spawn(async move {
            loop {
                frame.next().await;
                woken.set(woken.get() + 1);
            }
        });
    }
    recipe.advance();
    best(count, || {
        woken.set(0);
        timed(|| {
            recipe.advance_until(|| woken.get() >= count);
        })
    })
}

/// The longest frame, in milliseconds, with tasks that are all ready and each work for 50 µs.
pub fn longest_frame(count: usize) -> f64 {
    let recipe = Recipe::new();
    let longest = (0..3).map(|_| {
        let ended = Rc::new(Cell::new(0));
        for _ in 0..count {
            let ended = ended.clone();
            recipe.spawn(async move {
                work(Duration::from_micros(50));
                ended.set(ended.get() + 1);
            });
        }
        let mut longest = Duration::ZERO;
        while ended.get() < count {
            longest = longest.max(timed(|| recipe.advance()));
        }
        longest
    });
    longest.min().unwrap_or_default().as_secs_f64() * 1e3
}

fn work(duration: Duration) {
    let start = Instant::now();
    while start.elapsed() < duration {
        std::hint::spin_loop();
    }
}

pub fn idle_turn_with_sleepers(count: usize) -> f64 {
    const TURNS: usize = 1_000;
    let recipe = Recipe::new();
    for _ in 0..count {
        recipe.spawn(async { tokio::time::sleep(Duration::from_secs(3600)).await });
    }
    // Tasks run in batches: until all of them sleep.
    (0..count / 16).for_each(|_| recipe.process());
    best(TURNS, || {
        timed(|| (0..TURNS).for_each(|_| recipe.process()))
    })
}

pub fn channel(messages: usize, capacity: usize) -> f64 {
    let recipe = Recipe::new();
    let received = Rc::new(Cell::new(0));
    let least = (0..3).map(|_| {
        received.set(0);
        let (sender, mut receiver) = mpsc::channel(capacity);
        recipe.spawn(async move {
            for message in 0..messages {
                if sender.send(message).await.is_err() {
                    return;
                }
            }
        });
        let counted = received.clone();
        recipe.spawn(async move {
            while receiver.recv().await.is_some() {
                counted.set(counted.get() + 1);
            }
        });
        timed(|| {
            recipe.advance_until(|| received.get() == messages);
        })
    });
    least.min().unwrap_or_default().as_nanos() as f64 / messages as f64
}

pub fn all_waits(count: usize) -> f64 {
    let recipe = Recipe::new();
    best(count, || {
        let is_over = Rc::new(Cell::new(false));
        timed(|| {
            let (frame, over) = (recipe.frame().clone(), is_over.clone());
            recipe.spawn(async move {
                let waits: Vec<_> = (0..count).map(|_| frame.next()).collect();
                for wait in waits {
                    wait.await;
                }
                over.set(true);
            });
            recipe.process();
            recipe.advance_until(|| is_over.get());
        })
    })
}

pub fn cancel_group(count: usize) -> f64 {
    let recipe = Recipe::new();
    let dropped = Rc::new(Cell::new(0));
    best(count, || {
        dropped.set(0);
        let tasks: Vec<JoinHandle<()>> = (0..count)
            .map(|_| {
                let (frame, guard) = (recipe.frame().clone(), CountOnDrop(dropped.clone()));
                recipe.spawn(async move {
                    let _guard = guard;
                    loop {
                        frame.next().await;
                    }
                })
            })
            .collect();
        (0..count / 16).for_each(|_| recipe.process());
        timed(|| {
            tasks.iter().for_each(JoinHandle::abort);
            while dropped.get() < count {
                recipe.process();
            }
        })
    })
}

struct CountOnDrop(Rc<Cell<usize>>);

impl Drop for CountOnDrop {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

/// The bytes of a task that waits for a frame.
pub fn parked_task(count: usize) -> f64 {
    let recipe = Recipe::new();
    let before = living_bytes();
    for _ in 0..count {
        let frame = recipe.frame().clone();
        recipe.spawn(async move { frame.next().await });
    }
    (0..count / 16).for_each(|_| recipe.process());
    (living_bytes() - before) as f64 / count as f64
}
