extends Node
## Uses a class of TypeScript's with GDScript's own types: what `t` says, its compiler knows.


func use(object: TestFitting) -> Array:
	var scores: Array[int] = object.scores
	scores.append(4)
	object.scores = [1, 2]
	object.mode = Node.PROCESS_MODE_DISABLED
	object.whole = 2.0 as int
	var sum: int = object.add_up(object.scores)
	return [scores, object.scores, sum, object.mode]
