extends RefCounted
## Calls a node in a loop: one in TypeScript, and one of GDScript that does the same.


class Peer:
	extends Node

	var worth := 10

	func add(n: int) -> int:
		return n + 1


func call_ours(count: int, node: BenchCallee) -> int:
	var sum := 0
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 4):
		sum = node.add(sum)
		sum = node.add(sum)
		sum = node.add(sum)
		sum = node.add(sum)
	return _since(start, sum, count)


func call_peer(count: int, node: Peer) -> int:
	var sum := 0
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 4):
		sum = node.add(sum)
		sum = node.add(sum)
		sum = node.add(sum)
		sum = node.add(sum)
	return _since(start, sum, count)


func get_ours(count: int, node: BenchCallee) -> int:
	var worth := 0
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 4):
		worth = node.worth
		worth = node.worth
		worth = node.worth
		worth = node.worth
	return _since(start, worth, 10)


func get_peer(count: int, node: Peer) -> int:
	var worth := 0
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 4):
		worth = node.worth
		worth = node.worth
		worth = node.worth
		worth = node.worth
	return _since(start, worth, 10)


func make_peer() -> Node:
	return Peer.new()


func _since(start: int, result: int, expected: int) -> int:
	var end := Time.get_ticks_usec()
	assert(result == expected)
	return end - start
