extends TestCoin
## A class of TypeScript's, extended in GDScript.

var ready_calls := 0


func _ready() -> void:
	ready_calls += 1


func worth_twice() -> int:
	return worth_times(2)


static func make() -> TestCoin:
	return TestCoin.new()


static func make_by_name() -> Object:
	return ClassDB.instantiate(&"TestCoin")


static func static_of(n: int) -> int:
	return TestCoin.in_cents(n)


func call_untyped(object, method: StringName, args: Array):
	return object.callv(method, args)


func connect_to(coin: TestCoin, callable: Callable) -> void:
	coin.collected.connect(callable)


func change_worth(coin: TestCoin, value) -> void:
	coin.set("worth", value)


func read_worth(coin: TestCoin) -> int:
	return coin.worth
