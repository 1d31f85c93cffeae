"""Scopes, aliases, cycles, frames, closures, parents, registries and a cache, told by __del__."""
import gc
import sys
import weakref


class Tracer:
    live = 0

    def __new__(cls, name):
        made = super().__new__(cls)
        cls.live += 1
        return made

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Tracer.live -= 1
        print(f"- {self.name} ({Tracer.live} left)")


def scope():
    a = Tracer("local a")
    b = Tracer("local b")
    return a


x = scope()
print("returned", x.name, sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
z = [x, y, x]
print(sys.getrefcount(x))
del x
y = None
print(sys.getrefcount(z[0]))
z.pop()
z.clear()
print("cleared")


def make_cycle(n):
    first = previous = Tracer(f"cycle 0")
    for i in range(1, n):
        t = Tracer(f"cycle {i}")
        previous.next = t
        previous = t
    previous.next = first


make_cycle(3)
print("before", Tracer.live)
gc.collect()
print("after", Tracer.live)


def fails(t):
    inner = Tracer("inner")
    raise RuntimeError("with frames", t)


kept = None
try:
    fails(Tracer("argument"))
except RuntimeError as e:
    kept = e
    print("caught", e.args[0])
print("kept", Tracer.live)
kept = None
print("dropped", Tracer.live)
handlers = []
for name in ["a", "b"]:
    t = Tracer("closure " + name)
    handlers.append(lambda: t.name)
print([h() for h in handlers])
del t
try:
    handlers[0]()
except NameError as e:
    print(e)
handlers.clear()


class Node:
    def __init__(self, parent=None):
        self.parent = weakref.ref(parent) if parent else None
        self.children = []
        if parent:
            parent.children.append(self)

    def depth(self):
        p = self.parent() if self.parent else None
        return 0 if p is None else 1 + p.depth()


root = Node()
leaf = Node(Node(Node(root)))
print(leaf.depth())
root.children.clear()
print(leaf.depth(), leaf.parent() is None)
registry = weakref.WeakValueDictionary()


class Registered:
    def __init__(self, key):
        self.key = key
        registry[key] = self


a, b = Registered("a"), Registered("b")
print(sorted(registry), registry["a"] is a)


def visit():
    for key, value in registry.items():
        print(key, value.key)


visit()
a = None
print(sorted(registry))
try:
    registry["a"]
except KeyError as e:
    print("KeyError", e)
phoenix = []


class Phoenix:
    def __del__(self):
        print("rises")
        phoenix.append(self)


p = Phoenix()
w = weakref.ref(p, lambda r: print("gone for good"))
del p
print(w() is phoenix[0])
phoenix.clear()
print(w())
log = []
f = weakref.finalize(b, log.append, "b is gone")
print(f.alive)
del b
print(log, f.alive)
s = weakref.WeakSet([root, leaf])
print(len(s), root in s)
del root
print(len(s))
m = weakref.WeakMethod(leaf.depth)
print(m()())


class Cache:
    def __init__(self):
        self._strong = []
        self._weak = weakref.WeakValueDictionary()

    def get(self, key):
        found = self._weak.get(key)
        if found is None:
            found = Tracer(f"value {key}")
            self._weak[key] = found
        self._strong = ([found] + [v for v in self._strong if v is not found])[:2]
        return found


c = Cache()
for key in "abacad":
    print("get", key, c.get(key).name)
print(sorted(c._weak.keys()), [t.name for t in c._strong])
c = None
print("end", Tracer.live)
