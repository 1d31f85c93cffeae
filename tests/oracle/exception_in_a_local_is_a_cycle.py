"""Exception in a local is a cycle."""
import gc

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    l = C('l')
    try:
        raise ValueError
    except ValueError as e:
        err = e
f()
print('-')
gc.collect()
