extends Node2D
## Coins in TypeScript, gold in GDScript, and a magpie that takes them all.


func _ready() -> void:
	for coin: Coin in find_children("*", "Coin", false):
		coin.collected.connect(func(worth: int) -> void: print("%s: %d" % [coin.name, worth]))
	var total: int = await ($Magpie as Magpie).hunt().completed
	($Total as Label).text = "%d points" % total
	print("The magpie has %d points." % total)
	if DisplayServer.get_name() == "headless":
		get_tree().quit()
