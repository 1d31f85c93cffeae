"""An entry is there during __del__; dead but counted in callbacks that are newer; gone in older ones. A new entry
put in by a callback of that death stays. A temporary that is stored dies at once, one that setdefault() gives
lives. The containers carry a reference to themselves; a loop holds what it gives."""
import sys
import weakref


class P:
    def __del__(self):
        print("del", len(d), "k" in d, len(w), len(s))


def tell(when):
    return lambda r: print(when, len(d), "k" in d, len(w), len(s))


def replace(r):
    d["k"] = other


d = weakref.WeakValueDictionary()
w = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
v = P()
r1 = weakref.ref(v, tell("oldest"))
d["k"] = v
r2 = weakref.ref(v, tell("behind d"))
w[v] = 1
r3 = weakref.ref(v, tell("behind w"))
s.add(v)
r4 = weakref.ref(v, tell("newest"))
del v
print(len(d), len(w), len(s), bool(d), bool(w), bool(s))
other = P()
v = P()
d["k"] = v
r = weakref.ref(v, replace)
v = None
print(d.get("k") is other)
d["t"] = P()
w[P()] = 2
s.add(P())
print(len(d), len(w), len(s))
x = d.setdefault("t", P())
y = d.setdefault("t", P())
print(x is y, len(d))
print(weakref.getweakrefcount(d), weakref.getweakrefcount(w), weakref.getweakrefcount(s))
w[x] = "x"
s.add(x)
for key, value in d.items():
    print(key, sys.getrefcount(x))
for value in d.values():
    print(sys.getrefcount(x))
for key in d:
    print(key, sys.getrefcount(x))
for key in w:
    print(sys.getrefcount(x))
for key, value in w.items():
    print(value, sys.getrefcount(x))
for value in w.values():
    print(value, sys.getrefcount(x))
for member in s:
    print(sys.getrefcount(x))
