"""Defaults are held by the function."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f(a=C('d1')):
    pass

def f(a=C('d2')):
    pass
print('-')
del f
