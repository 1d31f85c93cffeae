"""An entry of a WeakValueDictionary goes with its object, and the key with the entry."""
import sys
import weakref
from weakref import WeakValueDictionary, getweakrefcount, ref

class P:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"P({self.n})"

def report(name):
    return lambda r: print(name, len(d), "k" in d)

d = WeakValueDictionary()
print(len(d), bool(d), getweakrefcount(d))
v = P(1)
k = P(2)
d[k] = v
print(sys.getrefcount(v), sys.getrefcount(k), getweakrefcount(v), len(d), bool(d))
print(d[k], d.get(k), d.get(3), d.get(3, "none"), k in d, 3 in d)
del v
print(len(d), sys.getrefcount(k))

# dead and still counted in callbacks newer than the entry
v = P(3)
r1 = ref(v, report("old"))
d["k"] = v
r2 = ref(v, report("new"))
del v

# the death of a replaced value leaves the new one
a = P("a")
b = P("b")
d["k"] = a
d["k"] = b
del a
print(d.get("k") is b, len(d))

# a temporary is gone at the end of the statement
d["t"] = P("t")
print("t" in d, len(d))
x = d.setdefault("t", P("u"))
print(d["t"], x, len(d))
print(sorted(d.keys()), sorted(map_n for map_n in [p.n for p in d.values()]))
print([(key, value.n) for key, value in d.items()])
for key in d:
    print(key)
print(d.pop("t"), d.pop("t", "gone"), len(d))
try:
    d["t"]
except KeyError as e:
    print("KeyError", e)
try:
    d["n"] = 1
except TypeError as e:
    print(e)
del d["k"]
print(len(d))
e = WeakValueDictionary({"b": b})
e.update({"x": x})
f = e.copy()
print(len(e), len(f), e.popitem(), len(e), len(f))
f.clear()
print(len(f))
