"""Resurrection on the collectors path."""
import gc
from weakref import ref

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class Z(C):
    def __del__(s):
        print('del', s.n)
        if s.n == 'b':
            keep.append(s)
keep = []
a = Z('a')
b = Z('b')
a.to = b
a.me = a
ra = ref(a)
rb = ref(b)
del a, b
gc.collect()
print(keep[0].n, ra(), rb())
keep.clear()
print('end')
