"""Dict dies key before value."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

d = {C('k1'): C('v1'), C('k2'): C('v2')}
del d
