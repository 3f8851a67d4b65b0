extends Node

signal frame_pre_draw
signal frame_post_draw


func _process(_delta: float) -> void:
	pass


func _physics_process(_delta: float) -> void:
	pass
