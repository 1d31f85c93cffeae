"""Exception holds the frames it passed."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f(a):
    l = C('l')
    raise ValueError
try:
    f(C('a'))
except ValueError:
    print('h')
print('after')
