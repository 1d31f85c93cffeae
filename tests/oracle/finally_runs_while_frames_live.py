"""Finally runs while frames live."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    l = C('l')
    try:
        raise KeyError
    finally:
        print('fin')
try:
    f()
except KeyError:
    print('h')
