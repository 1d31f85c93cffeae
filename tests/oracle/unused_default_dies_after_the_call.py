"""Unused default dies after the call."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

d = {'k': 1}
d.get('k', C(1))
d.setdefault('k', C(2))
d.pop('z', C(3))
