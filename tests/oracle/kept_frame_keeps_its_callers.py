"""Kept frame keeps its callers."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def g():
    raise ValueError

def f():
    try:
        g()
    except ValueError as e:
        k.append(e)

def h():
    a = C('h')
    f()
    b = C('late')
k = []
h()
print('-')
k.clear()
