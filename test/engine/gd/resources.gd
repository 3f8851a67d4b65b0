extends Node
## Holds resources of a class written in TypeScript, and looks at them with types.

var held: TestRecipe
var _weak: WeakRef


func make(title: String) -> TestRecipe:
	var recipe := TestRecipe.new()
	recipe.title = title
	return recipe


func hold(recipe: TestRecipe) -> void:
	held = recipe


func watch(recipe: TestRecipe) -> void:
	_weak = weakref(recipe)


func is_watched_alive() -> bool:
	return _weak.get_ref() != null


func notes_of_held() -> String:
	return held.notes()


func let_go() -> void:
	held = null


func save_and_load(recipe: TestRecipe, path: String) -> TestRecipe:
	var status := ResourceSaver.save(recipe, path)
	assert(status == OK)
	return ResourceLoader.load(path, "", ResourceLoader.CACHE_MODE_IGNORE)
