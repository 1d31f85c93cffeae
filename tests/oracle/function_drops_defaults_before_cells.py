"""Function drops defaults before cells."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def mk():
    x = C('closure')

    def f(a=C('default')):
        return x
    return f
f = mk()
del f
