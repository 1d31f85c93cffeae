"""Classes: attributes, inheritance, special methods."""
class Base:
    kind = "base"
    count = 0

    def __init__(self, name="none"):
        self.name = name
        Base.count += 1

    def hello(self):
        return f"{self.kind} {self.name}"

    @classmethod
    def make(cls, name):
        return cls(name)

    @staticmethod
    def helper(x, y=2):
        return x * y

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Base) and self.name == other.name

    def __hash__(self):
        return 7

    def __len__(self):
        return len(self.name)

    def __getitem__(self, index):
        return self.name[index]

    def __contains__(self, item):
        return item in self.name

    def __call__(self, x, y=1):
        return x + y

class Derived(Base):
    """A derived class."""
    kind = "derived"

    def __init__(self, name, extra=0):
        super().__init__(name)
        self.extra = extra

    def hello(self):
        return "more " + super().hello()

    def __str__(self):
        return f"<{self.name}>"

b = Base("bee")
d = Derived("dee", extra=3)
print(b, d, repr(d), [b, d], b.hello(), d.hello(), Base.hello(d), d.extra, Base.count, d.count)
print(Base.make("m"), Derived.make("n"), Base.helper(3), d.helper(3, 4), Base.helper(x=1, y=5))
print(b == Base("bee"), b != d, b in [Base("bee")], {b: 1}[Base("bee")], len(b), b[0], b[-1], "e" in b, b(1), b(1, y=5), bool(Base("")))
print(isinstance(d, Base), isinstance(b, Derived), issubclass(Derived, Base), isinstance(1, (str, int)), type(b) is Base, Derived.__doc__)
print(hasattr(b, "name"), hasattr(b, "nope"), getattr(b, "nope", "default"), getattr(b, "name"), callable(b), callable(3), callable(Base))
setattr(b, "fresh", 1); print(b.fresh); del b.fresh; print(hasattr(b, "fresh")); delattr(b, "name"); print(hasattr(b, "name"))
b.name = "again"; b.kind = "own"; print(b.hello()); del b.kind; print(b.hello(), Base.kind)
m = d.hello; print(m(), m.__self__ is d, d.hello == d.hello, d.hello is d.hello, m.__name__)
for c in b:
    print(c, end=" ")
print(list(Base("xy")), tuple(reversed(Base("xy"))), sorted(Base("cab")))
class Empty: pass
e = Empty()
for bad in (lambda: e.x, lambda: Empty.x, lambda: Empty(1), lambda: e(), lambda: len(e), lambda: e[0], lambda: Base.helper(), lambda: d.hello(1), lambda: Derived(), lambda: Derived("a", b=1), lambda: Derived("a", name="b")):
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Point:
    x: int
    y: int = 5
p = Point(); print(p.y, hasattr(p, "x"), Point.__name__, Point.__qualname__, Point, type(p))
def outer():
    class Inner:
        def method(self): return Inner
    return Inner
I = outer(); print(I, I().method() is I, I.__qualname__)
