extends Node
## Constants, enums, indexed properties and arguments of a class of TypeScript's, in GDScript.


static func constants() -> Array:
	return [TestBox.MAX_SIDES, TestBox.Kind.WOOD, TestBox.PAPER, TestBox.Side.TOP | TestBox.Side.LEFT]


func typed_kind(kind: TestBox.Kind) -> int:
	return kind


func change_margins(box: TestBox) -> Array:
	box.margin_top = 3
	box.margin_left = box.margin_top + 1
	return [box.margin_top, box.margin_left]


func change_margins_untyped(box) -> Array:
	box.margin_top = 5
	return [box.margin_top, box.get("margin_left")]


func say(box: TestBox) -> String:
	return box.say("%s and %s", 1, "two")


func say_untyped(box, arguments: Array):
	return box.callv("say", arguments)


func opened_by(box: TestBox) -> Array:
	var heard := []
	box.was_opened.connect(func(who: String, times: int): heard.append([who, times]))
	box.open("me")
	return heard[0]


func change_size(box: TestBox) -> int:
	box.box_size = 12
	return box.box_size


func umlaut(box: TestBox) -> int:
	box.größe = 4
	return box.größe * TestÄrmel.länge(2)
