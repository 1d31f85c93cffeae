"""Tuple targets release at their store."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

a, b = (C('a'), C('b'))
a, b = (C('c'), C('d'))
print('-')
a, b = (b, a)
