"""Several callbacks of one death, and their references, are let go when all have been called, the last one first; one
alone is let go at once. After a collection a reference that has been called keeps its callback."""
import gc
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def call(self, r):
        print("call", self.n)


o = N("o")
r1 = weakref.ref(o, N(1).call)
r2 = weakref.ref(o, N(2).call)
wv = weakref.WeakValueDictionary()
wv[N("key")] = o
wk = weakref.WeakKeyDictionary()
wk[o] = N("value")
o = None
print("-")
o = N("o")
r1 = weakref.ref(o, N(1).call)
o = None
print("-")
o = N("o")
wv[N("key")] = o
o = None
o = N("o")
o.me = o
r1 = weakref.ref(o, N(1).call)
r2 = weakref.ref(o, N(2).call)
wv[N("key")] = o
o = None
gc.collect()
print("-")
r1 = None
print(r2.__callback__ is None)
r2 = None
