extends Node


func _process(_delta: float) -> void:
	pass


func _physics_process(_delta: float) -> void:
	pass
