"""Augmented assignment in place."""
import sys

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

rc = sys.getrefcount

t = (1, [])
L = M = [C(1)]
L += [C(2)]
print(L is M, rc(L))
try:
    t[1] += [5]
except TypeError:
    print(t)
