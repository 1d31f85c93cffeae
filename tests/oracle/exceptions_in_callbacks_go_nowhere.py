"""An exception in a callback or in the function of finalize() is told nobody: the other ones are still called, and
what it held dies."""
import gc
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def bad(r):
    held = N("held by the frame")
    raise KeyError(held)


def good(n):
    return lambda r: print("cb", n, r() is None)


o = N("o")
r1 = weakref.ref(o, good(1))
r2 = weakref.ref(o, bad)
r3 = weakref.ref(o, good(3))
f = weakref.finalize(o, bad, None)
o = None
print(f.alive)
o = N("cycle")
o.me = o
r1 = weakref.ref(o, good(1))
r2 = weakref.ref(o, bad)
f = weakref.finalize(o, bad, None)
o = None
gc.collect()
print(f.alive)
