"""Collector follows the order of creation."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K(C):
    def __init__(s, n, kid):
        s.n = n
        s.kid = kid
        kid.up = s
        s.own = C('own')
k = K('k', C('arg'))
del k
gc.collect()
