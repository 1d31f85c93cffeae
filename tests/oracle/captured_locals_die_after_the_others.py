"""Captured locals die after the others."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f(a, b):
    c = C('c')
    l = C('l')

    def g():
        return (c, a)
    del g
f(C('a'), C('b'))
