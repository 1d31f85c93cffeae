"""Comprehension holds its last item."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

print([c.n for c in [C(1), C(2), C(3)]])
