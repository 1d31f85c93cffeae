"""A text adventure's object model: mutual references, inventory moves, and cleanup by weak sets."""
import gc
import weakref


class Thing:
    everything = weakref.WeakSet()

    def __init__(self, name, place=None, weight=1):
        self.name, self.weight = name, weight
        self._place = None
        Thing.everything.add(self)
        if place:
            self.move(place)

    def move(self, place):
        if self._place is not None and self._place() is not None:
            self._place().things.remove(self)
        self._place = weakref.ref(place) if place is not None else None
        if place is not None:
            place.things.append(self)
        return self

    where = lambda self: self._place().name if self._place and self._place() else "nowhere"

    def __repr__(self):
        return self.name

    def __del__(self):
        print("*", self.name, "vanishes from", self.where())


class Container(Thing):
    capacity = 10

    def __init__(self, name, place=None, weight=1, capacity=None):
        self.things = []
        if capacity is not None:
            self.capacity = capacity
        super().__init__(name, place, weight)

    def total(self):
        return self.weight + sum([t.total() if isinstance(t, Container) else t.weight for t in self.things])

    def inside(self, depth=0):
        text = "  " * depth + self.name + f" ({self.total()})\n"
        for t in sorted(self.things, key=repr):
            text += t.inside(depth + 1) if hasattr(t, "inside") else "  " * (depth + 1) + t.name + "\n"
        return text

    def take(self, thing):
        if sum([t.weight for t in self.things], thing.weight) > self.capacity:
            raise OverflowError(f"{thing} is too heavy for {self}")
        thing.move(self)


class Room(Container):
    def __init__(self, name):
        Container.__init__(self, name, capacity=10 ** 6)
        self.exits = {}

    def connect(self, direction, other, back=None):
        self.exits[direction] = other
        if back:
            other.exits[back] = self


hall, cellar = Room("hall"), Room("cellar")
hall.connect("down", cellar, back="up")
player = Container("player", hall, 70, capacity=12)
lamp, anvil = Thing("lamp", hall, 2), Thing("anvil", cellar, 50)
bag = Container("bag", hall)
player.take(lamp); player.take(bag)
bag.take(Thing("coin")); bag.take(Thing("map"))
print(hall.inside() + cellar.inside(), end="")
try:
    player.take(anvil)
except OverflowError as problem:
    print("!", problem)
player.move(hall.exits["down"])
print(lamp.where(), player.where(), bag.where(), len(Thing.everything), hall.things)
del bag
player.things.pop()
print(sorted([t.name for t in Thing.everything]))
del hall
print("hall unreachable by name, but", cellar.exits["up"].name)
cellar.exits["up"].exits.clear(); cellar.exits.clear()
print(len(Thing.everything), anvil.where())
del cellar, player
print(anvil.where(), lamp.where(), len(Thing.everything))
