"""A WeakKeyDictionary: the key weak, the value strong."""
import gc
from weakref import WeakKeyDictionary, ref

class P:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, P) and self.n == other.n

    def __hash__(self):
        return 7

class V:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

def cb(name):
    return lambda r: print("cb", name, len(w))

w = WeakKeyDictionary()
k = P(1)
r1 = ref(k, cb("old"))
w[k] = V("val")
r2 = ref(k, cb("new"))
print(len(w), k in w, P(1) in w, P(2) in w, 3 in w, bool(w))
del k
print(len(w), bool(w))

# an equal key keeps the first key object
a = P(5)
b = P(5)
w[a] = V("a")
w[b] = V("b")
print(len(w), w[a].n, w[b].n)
del b
print(len(w))
del a
print(len(w))

# a value that leads to its key keeps both for ever
k = P(9)
w[k] = k
r = ref(k)
del k
gc.collect()
print(len(w), r() is not None)
w.clear()
print(len(w), r() is None)
k = P(3)
print(w.get(k), w.setdefault(k, 4), w[k], w.pop(k), w.pop(k, "none"), len(w))
w[k] = 1
w[k] = V("one")
del w[k]
try:
    w[1] = 2
except TypeError as e:
    print(e)
try:
    w[k]
except KeyError:
    print("KeyError")
