"""Inheritance, class and static methods, special methods, private names."""


class Shape:
    count = 0
    names = []

    def __init__(self, name):
        self.name = name
        type(self).count += 1
        Shape.names.append(name)

    def area(self):
        raise NotImplementedError("area of " + type(self).__name__)

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def describe(shape):
        return f"{shape.name} of area {shape.area():.2f}"

    def __repr__(self):
        return f"{self.__class__.__name__}<{self.name}>"


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


class Square(Shape):
    sides = 4

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side ** 2

    def __eq__(self, other):
        if not isinstance(other, Square):
            return NotImplemented
        return self.side == other.side

    def __hash__(self):
        return hash(self.side)


class Cube(Square):
    def area(self):
        return 6 * super().area()


shapes = [Circle(1), Square(2), Cube.unit(), Square.unit()]
for s in shapes:
    print(Shape.describe(s), isinstance(s, Square), s, type(s) is Square, type(s).__name__)
print(Shape.count, Circle.count, Square.count, Cube.count, Shape.names)
print(Square(2) == shapes[1], Square(2) != shapes[1], Square(2) == 2, Cube(3) == Square(3), len({Square(5), Square(5)}), Square(1) in shapes)
print(issubclass(Cube, Shape), issubclass(Shape, Cube), isinstance(1, (str, int)), isinstance(True, int), hasattr(Cube, "sides"))
print(getattr(Cube, "nope", "none"), Cube.__name__, Shape)
try:
    Shape("blob").area()
except NotImplementedError as e:
    print(e)


class Counter:
    def __init__(self):
        self.__hidden = 0
        self._soft = 1

    def bump(self):
        self.__hidden += 1
        return self.__hidden


c = Counter()
c.bump()
print(c.bump(), hasattr(c, "__hidden"), c._Counter__hidden, c._soft)
try:
    c.__hidden
except AttributeError as e:
    print(e)


class Callable:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, scale=1):
        return (x + self.n) * scale

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError("too far")
        return i * 10

    def __contains__(self, x):
        return x == "magic"


f = Callable(3)
print(f(1), f(1, scale=2), len(f), bool(Callable(0)), list(f), f[2], "magic" in f, 10 in f, callable(f), callable(3), callable(Callable))
print(list(reversed(f)), [x for x in f], sum(f), tuple(f), max(f), list(zip(f, "abc")), list(enumerate(f)), sorted(f, reverse=True))


class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.value = 0
        return cls._instance


a, b = Singleton(), Singleton()
a.value += 1
print(a is b, b.value)


class Point:
    x: int = 0
    y: int = 0

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point(x={self.x}, y={self.y})"


p = Point(y=2)
q = Point(1)
p.x, q.y = q.x, p.y
print(p, q, Point(), Point.x, Point)
setattr(p, "z", 3)
print(p.z, hasattr(q, "z"), getattr(p, "z"))
delattr(p, "z")
try:
    print(p.z)
except AttributeError as e:
    print(e)
try:
    del p.z
except AttributeError as e:
    print(type(e).__name__)
m = p.__repr__
print(m(), Point.__repr__(q), p.__class__ is Point, p.__init__ == p.__init__, p.__init__ is p.__init__)


def outer():
    class Inner:
        def __str__(self):
            return "inner"
    return Inner


print(outer()(), outer(), outer().__qualname__)
