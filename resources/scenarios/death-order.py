"""In which order things die.

Say before each line what will be printed, and in which order. An instance goes before what it holds; a list from its end."""

class Item:
    def __init__(self, name, part=None):
        self.name = name
        self.part = part

    def __del__(self):
        print("del", self.name)

# The new value is bound before the old one dies.
x = Item("first")
x = Item("second")

# First the whole, then the part.
car = Item("car", Item("engine"))
del car

# A list lets go of its last item first.
shelf = [Item("left"), Item("right")]
del shelf

# A dict goes in order of insertion.
drawer = {"a": Item("fork"), "b": Item("spoon")}
del drawer

# Two in one statement: from left to right.
y = Item("third")
del x, y
