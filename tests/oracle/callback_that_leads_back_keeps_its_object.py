"""Callback that leads back keeps its object."""
import gc
from weakref import ref

class P:
    pass

a = P()
a.me = a
f = lambda r, x=a: print(x)
r = ref(a, f)
del a, f
gc.collect()
print(r() is None)
