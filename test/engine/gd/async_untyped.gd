extends Node
## Uses Async without types, rightly and wrongly.

signal told
signal never_told


class Teller:
	extends Object
	signal told

	func is_told():
		return false


func outcome_of(method, arguments):
	var task = Engine.get_singleton("Async").callv(method, arguments)
	await task.completed
	return [task.state, task.result, task.error]


func delay_and_all():
	var results = await Async.all([Async.delay(0.01), _later.bind("late")]).completed
	return results


func _later(value):
	await get_tree().process_frame
	return value


func wait_twice():
	var task = Async.run(_later.bind("late"))
	return [await task.wait(), await task.wait()]


func freed_signal():
	var teller = Teller.new()
	var other = Async.delay(1000)
	var task = Async.all([other, teller.told])
	teller.free()
	await task.completed
	return [task.state, task.error, other.state]


func signal_of_nobody():
	return await outcome_of("all", [[Signal()]])


func callable_of_a_freed_object():
	var teller = Teller.new()
	var task = Async.until(teller.is_told)
	teller.free()
	await task.completed
	return [task.state, task.error]


func run_freed():
	var teller = Teller.new()
	var callable = teller.is_told
	teller.free()
	return await outcome_of("run", [callable])


func until_not_a_bool():
	return await outcome_of("until", [func(): return 5])


func coroutine_of_a_freed_object():
	var node = (get_script() as GDScript).new()
	add_child(node)
	var task = Async.run(node._waits_for_ever)
	node.free()
	await task.completed
	return [task.state, task.error]


func _waits_for_ever():
	await never_told


func inner_task_of_a_cancelled_run():
	var inner = Async.delay(1000)
	var task = Async.run(func(): return inner)
	task.cancel()
	await task.completed
	return [task.state, inner.state]


func cancelled_all():
	var inner = Async.delay(1000)
	var task = Async.all([inner, told])
	await get_tree().process_frame
	task.cancel()
	await task.completed
	return [task.state, inner.state, told.get_connections().size()]


func failure_is_passed_on():
	var task = Async.all([Async.timeout(told, 0), Async.delay(1000)])
	await task.completed
	return [task.state, task.error]


func run_with_too_few_arguments():
	return await outcome_of("run", [_later])


func run_empty():
	return await outcome_of("run", [Callable()])
