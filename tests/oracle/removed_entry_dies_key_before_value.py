"""Removed entry dies key before value."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K:
    def __eq__(s, o):
        return True

    def __hash__(s):
        return 1

    def __del__(s):
        print('K')
d = {K(): C('v')}
d[K()] = C('w')
print('-')
del d[K()]
