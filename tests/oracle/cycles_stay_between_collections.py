"""Cycles stay between collections."""
import gc
from weakref import ref

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

a = C('a')
a.me = a
r = ref(a)
del a
print(r() is None)
gc.collect()
print(r() is None)
