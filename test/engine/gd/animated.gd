extends Node
## Makes what can be played.


func player(names: Array, length: float) -> AnimationPlayer:
	var made := AnimationPlayer.new()
	made.name = "Gate"
	made.add_animation_library("", _library(names, length))
	return made


func _library(names: Array, length: float) -> AnimationLibrary:
	var library := AnimationLibrary.new()
	for each in names:
		var animation := Animation.new()
		animation.length = length
		library.add_animation(each, animation)
	return library


func anim_tree(names: Array, length: float) -> AnimationTree:
	var made := AnimationTree.new()
	made.name = "Body"
	made.add_animation_library("", _library(names, length))
	var root := AnimationNodeAnimation.new()
	root.animation = names[0]
	made.tree_root = root
	made.active = true
	return made


func sprite(made: Node) -> Node:
	made.name = "Hero"
	var frames := SpriteFrames.new()
	for each in ["jump", "fall"]:
		frames.add_animation(each)
		frames.set_animation_loop(each, false)
		frames.set_animation_speed(each, 60.0)
		for i in 3:
			frames.add_frame(each, PlaceholderTexture2D.new())
	made.sprite_frames = frames
	made.animation = "jump"
	return made


func sound(seconds: float) -> AudioStreamWAV:
	var made := AudioStreamWAV.new()
	made.format = AudioStreamWAV.FORMAT_8_BITS
	made.mix_rate = 8000
	var data := PackedByteArray()
	data.resize(int(seconds * 8000))
	made.data = data
	return made
