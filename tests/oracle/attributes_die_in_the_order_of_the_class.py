"""Attributes die in the order of the class."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class Q:
    pass
p = Q()
p.a = 1
p.b = 2
q = Q()
q.b = C('b')
q.a = C('a')
del q
