extends Node
## Uses Async with types, all of which the parser checks.

signal told
signal told_one(value: int)
signal told_two(a: int, b: String)

var asked := 0
var is_open := false


func delay_is_a_task() -> Array:
	var task := Async.delay(0.01)
	var also: AsyncTask = Async.delay(0, Async.CLOCK_REAL)
	var result: Variant = await task.completed
	await also.wait()
	return [task.state, result, task.name, also.state]


func delay_on(clock: Async.Clock) -> String:
	var task := Async.delay(0.01, clock)
	await task.completed
	return task.state


func frames() -> Array:
	var before := Engine.get_process_frames()
	await Async.next_frame().completed
	var after := Engine.get_process_frames()
	var ticks := Engine.get_physics_frames()
	await Async.physics_frame().completed
	return [after - before, Engine.get_physics_frames() > ticks, Engine.is_in_physics_frame()]


func run_function() -> Array:
	var plain: int = await Async.run(func() -> int: return 3).completed
	var coroutine: int = await Async.run(later.bind(4)).completed
	return [plain, coroutine]


func later(value: int) -> int:
	await get_tree().process_frame
	await get_tree().process_frame
	return value


func say(text: String) -> String:
	await get_tree().process_frame
	return text


func all_kinds() -> Array:
	var task := Async.all([Async.run(later.bind(1)), told, told_one, told_two, later.bind(2)])
	told.emit()
	told_one.emit(7)
	told_two.emit(8, "eight")
	var results: Array = await task.completed
	return results


func all_of_nothing() -> Array:
	return await Async.all([]).completed


func first_of(seconds: float) -> Array:
	var slow := Async.delay(1000)
	var winner: Variant = await Async.race([slow, say.bind("later"), Async.delay(seconds)]).completed
	return [winner, slow.state]


func any_that_succeeds() -> Array:
	var failing := Async.timeout(told, 0)
	var task := Async.any([failing, say.bind("fine")])
	return [await task.completed, failing.state]


func any_that_all_fail() -> Array:
	var task := Async.any([Async.timeout(told, 0), Async.timeout(told_one, 0)])
	return [await task.completed, task.state, task.error]


func in_time() -> Array:
	var task := Async.timeout(say.bind("here"), 1000)
	return [await task.completed, task.state]


func too_late() -> Array:
	var work := Async.delay(1000)
	var task := Async.timeout(work, 0.01, Async.CLOCK_REAL)
	return [await task.completed, task.state, task.error, work.state]


func until_open() -> Array:
	var task := Async.until(_is_open)
	await Async.next_frame().completed
	var state := task.state
	is_open = true
	await task.completed
	return [state, task.state, asked > 1]


func _is_open() -> bool:
	asked += 1
	return is_open


func load_scene(path: String) -> Array:
	var heard := []
	var task := Async.load(path)
	task.progressed.connect(
		func(fraction: float, _note: String) -> void: heard.append(fraction)
	)
	var scene: PackedScene = await task.completed
	return [scene.resource_path, heard.back()]


func bound_to(node: Node) -> AsyncTask:
	return Async.delay(1000).bind_to(node)


func forget(task: AsyncTask) -> Array:
	await task.completed
	return [task.state, task.result]


func cancel_all_of(node: Node) -> void:
	Async.cancel_all(node)


func fetched(url: String) -> Array:
	var options := {"headers": {"X-Name": "Ann"}, "body": {"points": 3}, "timeout": 10}
	var response: AsyncResponse = await Async.fetch(url, options).completed
	return [
		response.status, response.ok, response.status_text, response.url,
		response.headers["content-type"], response.json(), response.text(),
		response.bytes().size()
	]


func fetch_plain(url: String, options := {}) -> Array:
	var task := Async.fetch(url, options)
	var heard := []
	task.progressed.connect(
		func(fraction: float, _note: String) -> void: heard.append(fraction)
	)
	var response: AsyncResponse = await task.completed
	if response == null:
		return [task.state, task.error]
	return [response.status, response.ok, response.text(), heard.back()]


func bad_json(url: String) -> Variant:
	var response: AsyncResponse = await Async.fetch(url).completed
	return response.json()


func cancelled_run() -> Array:
	var done := []
	var task := Async.run(func() -> void:
		await get_tree().process_frame
		await get_tree().process_frame
		done.append("went on")
	)
	task.cancel()
	await task.completed
	while done.is_empty():
		await get_tree().process_frame
	return [task.state, task.result, done[0]]


func typed_lists() -> Array:
	var tasks: Array[AsyncTask] = [Async.run(later.bind(1)), Async.run(later.bind(2))]
	var callables: Array[Callable] = [later.bind(3)]
	var signals: Array[Signal] = [told]
	var all := Async.all([Async.all(tasks), Async.all(callables), Async.all(signals)])
	told.emit()
	return await all.completed
