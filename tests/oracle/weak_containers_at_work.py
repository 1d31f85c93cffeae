"""Caches, notes about objects, live sets, proxies, finalizers."""
import gc
import sys
import weakref


class Data:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Data({self.n})"


cache = weakref.WeakValueDictionary()


def load(n):
    found = cache.get(n)
    if found is None:
        print("load", n)
        cache[n] = found = Data(n)
    return found


a = load(1)
b = load(1)
c = load(2)
print(a is b, len(cache), list(cache.items()), sorted(cache), 1 in cache)
del a
print(list(cache))
del b
print(list(cache), list(cache.values()))
extra = weakref.WeakKeyDictionary()
k = Data(10)
extra[k] = "note"
extra[c] = ["list"]
print(len(extra), extra[k], extra.get(Data(1), "no"), k in extra, list(extra.values()))
del k
print(len(extra), list(extra.items()))
try:
    extra[Data(5)]
except KeyError as e:
    print("KeyError")
alive = weakref.WeakSet()
for i in range(3):
    alive.add(Data(i))
print(len(alive))
keep = [Data(i) for i in range(3)]
for x in keep:
    alive.add(x)
print(sorted(x.n for x in alive), keep[0] in alive, Data(0) in alive)
keep.pop()
print(len(alive), bool(alive))
p = weakref.proxy(c)
print(p.n, p, isinstance(p, Data), p == c)
p.n = 22
print(c.n, sys.getrefcount(c))
f = weakref.finalize(c, print, "finalized", sep="!")
print(f.alive, f.peek()[1] is print)
c = None
print(f.alive, f())
try:
    p.n
except ReferenceError as e:
    print(e)
r = weakref.ref(keep[0])
r2 = weakref.ref(keep[0])
print(r is r2, r() is keep[0], weakref.getweakrefcount(keep[0]), weakref.getweakrefs(keep[0])[0] is r)


class Node:
    pass


x = Node()
x.self = x
wr = weakref.ref(x, lambda ref: print("collected", ref() is None))
del x
print(wr() is None)
gc.collect()
print(wr() is None)
