"""Class call keeps its arguments."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K:
    def __init__(s, a):
        del a
        print('init')
K(C('x'))
