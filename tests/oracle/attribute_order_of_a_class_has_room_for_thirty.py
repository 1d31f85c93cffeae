"""Attribute order of a class has room for thirty."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class Q:
    pass
keep = []
for i in range(28):
    keep.append(Q())
q = keep[0]
q.a = 1
q.b = 2
q.c = 3
z = Q()
z.c = C('c')
z.b = C('b')
z.a = C('a')
del z
