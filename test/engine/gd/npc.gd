extends Node
## Answers when it has thought.

signal thought

var answers := []


func ask(question: String) -> String:
	await get_tree().create_timer(0.01).timeout
	return question + ": left"


func ponder() -> int:
	await thought
	answers.append(42)
	return 42


func ponder_twice() -> int:
	return await ponder() + await ponder()
