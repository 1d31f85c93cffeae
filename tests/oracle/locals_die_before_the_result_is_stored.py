"""Locals die before the result is stored."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    a = C('a')
    r = C('r')
    return r
x = f()
print('stored')
