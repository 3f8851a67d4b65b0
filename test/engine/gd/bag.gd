extends Resource
## Holds things, and says so when it goes.

var things := []
var last_words: Callable


func put(thing) -> void:
	things.append(thing)


func describe() -> String:
	return "a bag of %d" % things.size()


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE and last_words.is_valid():
		last_words.call(things.size(), self)
