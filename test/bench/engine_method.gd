extends RefCounted


func typed(count: int, _node: Node2D) -> int:
	var frames: int
	var start := Time.get_ticks_usec()
	for i: int in range(0, count, 8):
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
		frames = Engine.get_process_frames()
	return Time.get_ticks_usec() - start


func untyped(count, _node):
	var engine = Engine
	var frames
	var start = Time.get_ticks_usec()
	for i in range(0, count, 8):
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
		frames = engine.get_process_frames()
	return Time.get_ticks_usec() - start
