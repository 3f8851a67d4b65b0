extends TestShop
## Overrides the virtual methods of a class of TypeScript's.

var opened := 0


func _price_of(amount: int) -> int:
	return amount * 7


func _opened() -> void:
	opened += 1


func _deliver(to: String) -> String:
	await get_tree().process_frame
	return "carried to " + to


func ask(amount: int) -> int:
	return price_of(amount)
