"""Frames of an exception die innermost first."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def g(x):
    gl = C('gl')
    raise ValueError

def f():
    fl = C('fl')
    g(C('x'))
try:
    f()
except ValueError:
    print('h')
