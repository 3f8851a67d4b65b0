extends Node

func free_node(node: Node) -> void:
	node.free()

func queue_free_node(node: Node) -> void:
	node.queue_free()

func start(patrol: Node) -> RefCounted:
	return patrol.walk()

func reparent_node(node: Node, parent: Node) -> void:
	node.reparent(parent)
