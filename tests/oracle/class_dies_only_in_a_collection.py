"""Class dies only in a collection."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K:
    a = C('a')
    b = C('b')
K.b = None
del K
print('-')
gc.collect()
