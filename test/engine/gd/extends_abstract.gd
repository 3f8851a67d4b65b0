extends TestAbstract


func count_twice() -> int:
	return count() * 2
