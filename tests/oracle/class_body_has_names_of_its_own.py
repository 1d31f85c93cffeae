"""Class body has names of its own."""
import sys

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

rc = sys.getrefcount

class K:
    a = C('a')
    b = a
    print(rc(a))
    del b
    print(rc(a))
print(rc(K.a))
