"""Survivors of a collection are reordered."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

a = C('a')
b = C('b')
c = C('c')
L = [b]
a.me = a
b.me = b
c.me = c
del b
gc.collect()
L.clear()
del a, c
gc.collect()
