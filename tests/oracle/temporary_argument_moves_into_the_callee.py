"""Temporary argument moves into the callee."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f(a):
    del a
    print('in f')
f(C('t'))
