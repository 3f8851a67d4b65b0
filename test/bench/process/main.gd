extends Node
## Tells what the process has cost until now, then what a frame costs while nothing happens.
##
## The main scene of the small projects that tools/bench/processes.ts makes.

const SECONDS := 1.0
const COLD_FRAMES := 90
const EMPTIED_FRAMES := 100
## Larger than any cache.
const BALLAST_BYTES := 64 << 20


func _ready() -> void:
	# What is made on first use in a frame is start-up too.
	await get_tree().create_timer(0.2).timeout
	var cpu := _cpu_seconds()
	var memory := _megabytes("Rss")
	# What no other process could share: without the code of libraries.
	var private := _megabytes("Private_Dirty")
	# Godot without a screen sleeps in each frame; here it shall not.
	OS.low_processor_usage_mode_sleep_usec = 0
	var first := Engine.get_process_frames()
	await get_tree().create_timer(SECONDS).timeout
	var frames := Engine.get_process_frames() - first
	var usec := SECONDS * 1000000 / frames
	var emptied := await _emptied_frame()
	var cold := await _cold_frame()
	var cost := {
		cpu = cpu * 1000,
		memory = memory,
		private = private,
		frame = usec,
		emptied = emptied,
		cold = cold,
	}
	print("\n", JSON.stringify(cost))
	get_tree().quit()


## Microseconds for a frame before which the processor's caches were filled with something else. What
## else the machine does disturbs it less than the game of 60 frames a second.
func _emptied_frame() -> float:
	var ballast := PackedByteArray()
	ballast.resize(BALLAST_BYTES)
	var frames: Array[int] = []
	for i in EMPTIED_FRAMES:
		ballast.fill(i)
		var start := Time.get_ticks_usec()
		await get_tree().process_frame
		frames.append(Time.get_ticks_usec() - start)
	# The middle half, as the clock tells whole microseconds.
	frames.sort()
	@warning_ignore("integer_division")
	var middle := frames.slice(EMPTIED_FRAMES / 4, EMPTIED_FRAMES * 3 / 4)
	return float(middle.reduce(func(sum: int, each: int) -> int: return sum + each)) / middle.size()


## Microseconds of the main thread's time for a frame, in a game of 60 frames a second: in between, the
## processor's caches are somebody else's.
func _cold_frame() -> float:
	Engine.max_fps = 60
	await get_tree().create_timer(0.2).timeout
	var frames: Array[float] = []
	var before := _cpu_seconds_of("/proc/self/schedstat")
	for i in COLD_FRAMES:
		await get_tree().process_frame
		var now := _cpu_seconds_of("/proc/self/schedstat")
		frames.append((now - before) * 1e6)
		before = now
	# The middle one: in a few frames the system does something else on this thread.
	frames.sort()
	@warning_ignore("integer_division")
	return frames[COLD_FRAMES / 2]


## Of all threads that live.
func _cpu_seconds() -> float:
	var seconds := 0.0
	for thread in DirAccess.get_directories_at("/proc/self/task"):
		seconds += _cpu_seconds_of("/proc/self/task/%s/schedstat" % thread)
	return seconds


func _cpu_seconds_of(schedstat: String) -> float:
	var file := FileAccess.open(schedstat, FileAccess.READ)
	return file.get_line().get_slice(" ", 0).to_int() / 1e9


func _megabytes(kind: String) -> float:
	var file := FileAccess.open("/proc/self/smaps_rollup", FileAccess.READ)
	while true:
		var line := file.get_line()
		if line.begins_with(kind + ":"):
			return line.get_slice(":", 1).strip_edges().to_int() / 1024.0
	return 0.0
