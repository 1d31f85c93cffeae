"""Locals are stored right to left from a display."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def mk():
    return 1

def f():
    a, b = (C('a'), C('b'))
    a, b = (mk(), mk())

def g():
    a, b = (C('a'), C('b'))
    a, b = (1, 2)
f()
print('-')
g()
