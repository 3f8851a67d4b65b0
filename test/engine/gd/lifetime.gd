extends Node
## Makes objects of classes written in TypeScript, here and on other threads.

var held


func make() -> TestMade:
	return TestMade.new()


func make_throwing():
	return TestThrowsLate.new()


func make_early_throwing():
	return TestThrowsEarly.new()


func make_throwing_counted():
	return TestThrowsCounted.new()


func make_self_freeing():
	return TestFreesItself.new()


func is_alive(id: int) -> bool:
	return is_instance_id_valid(id)
