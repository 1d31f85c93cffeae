"""Locals die in slot order."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f(a, b):
    z = C('z')
    y = C('y')
f(C('a'), C('b'))
