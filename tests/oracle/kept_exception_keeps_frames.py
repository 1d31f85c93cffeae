"""Kept exception keeps frames."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    l = C('l')
    raise ValueError
try:
    f()
except ValueError as e:
    k = e
print('kept')
k = None
