extends Node
## The configuration that GDScript's own `@rpc` gives, to compare.


@rpc
func plain() -> void:
	pass


func config() -> Dictionary:
	return (get_script() as GDScript).get_rpc_config()
