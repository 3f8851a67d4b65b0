extends TestShop


func _price_of(amount):
	return str(amount)


func _deliver(to):
	return "thrown to " + to
