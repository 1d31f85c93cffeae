"""Chained assignment goes left to right."""
import sys

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

rc = sys.getrefcount

a = C('a0')
b = C('b0')
a = b = C('n')
print(rc(a))
