"""Dict is tracked from its first content."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

for h in ({}, {0: []}):
    x = C('x')
    y = C('y')
    z = C('z')
    h['y'] = y
    for o in (x, y, z):
        o.me = o
    del o, y
    gc.collect()
    h.clear()
    del x, z
    gc.collect()
    print('-')
