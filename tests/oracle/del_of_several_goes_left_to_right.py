"""Del of several goes left to right."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

a = C('a')
b = C('b')
L = [C(1), C(2)]
del b, a
del L[0], L[0]
