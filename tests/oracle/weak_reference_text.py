"""Weak reference text."""
from weakref import ref

class P:
    pass

o = P()
r = ref(o)
print(r)
del o
print(r)
