"""Attribute order is not inherited."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class A:
    pass

class B(A):
    pass
a = A()
a.x = 1
a.y = 2
b = B()
b.y = C('y')
b.x = C('x')
del b
