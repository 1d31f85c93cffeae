"""Local function that names itself is a cycle."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    x = C('x')
    y = C('y')

    def rec():
        return (rec, x)
f()
print('-')
gc.collect()
