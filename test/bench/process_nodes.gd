extends RefCounted

const Peer := preload("process_node.gd")

var _ours: Array[Node]
var _peers: Array[Node]


func ours(_count: int, node: Node2D) -> int:
	if _ours.is_empty():
		_ours.assign(node.get_node("Nodes").get_children())
	return _notify(_ours)


func typed(count: int, node: Node2D) -> int:
	if _peers.is_empty():
		for i: int in count:
			var peer := Peer.new()
			node.get_node("Peers").add_child(peer)
			_peers.append(peer)
	return _notify(_peers)


func _notify(nodes: Array[Node]) -> int:
	var start := Time.get_ticks_usec()
	for each: Node in nodes:
		each.notification(Node.NOTIFICATION_PROCESS)
	return Time.get_ticks_usec() - start
