"""New exception holds the old one."""

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
k = None
try:
    f()
except ValueError:
    try:
        raise KeyError
    except KeyError as e:
        k = e
print('out')
k = None
