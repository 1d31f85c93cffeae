"""Callee locals die at the end of the handler."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def g():
    x = C('g')
    raise KeyError

def f():
    l = C('l')
    try:
        g()
    except KeyError:
        print('h')
    print('after')
f()
