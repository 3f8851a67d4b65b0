class_name Gold
extends Coin
## A coin that bears interest for as long as nobody takes it.
##
## Written in GDScript: what it extends is a class of TypeScript.

## What it gains each second, in points.
@export_range(0, 20) var interest := 10.0

var _due := 0.0


func _process(delta: float) -> void:
	_due += interest * delta
	worth += floori(_due)
	_due -= floorf(_due)
