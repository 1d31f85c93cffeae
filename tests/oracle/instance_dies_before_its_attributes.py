"""Instance dies before its attributes."""
from weakref import ref

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def cb(n):
    return lambda r: print('cb', n)

class N:
    def __del__(s):
        print('N', r() is s)
n = N()
n.c = C('attr')
r = ref(n, cb('r'))
del n
