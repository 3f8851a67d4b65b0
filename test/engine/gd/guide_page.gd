# What the programs of the guides find around them.
extends Node


class Hud:
	var shown := []

	func show(what: Variant) -> void:
		shown.append(what)


class Enemy:
	extends Node
	signal hurt(damage: int)


var hud := Hud.new()
var enemy := Enemy.new()


func _exit_tree() -> void:
	enemy.free()
