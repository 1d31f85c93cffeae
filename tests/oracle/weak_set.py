"""A WeakSet is a set of references."""
from weakref import WeakSet, getweakrefcount

class P:
    pass

s = WeakSet()
a = P()
s.add(a)
s.add(a)
print(len(s), a in s, getweakrefcount(a), getweakrefcount(s), bool(s))
b = P()
print(b in s, 1 in s)
s.update([a, b])
t = s.copy()
s.discard(b)
s.discard(b)
print(len(s), len(t), [m is a for m in s])
try:
    s.remove(b)
except KeyError:
    print("KeyError")
del a
try:
    del m
except NameError:
    pass
print(len(s), bool(s), len(t))
t.clear()
print(len(t))
s.add(b)
print(s.pop() is b, len(s))
try:
    s.pop()
except KeyError as e:
    print(e)
