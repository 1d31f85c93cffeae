"""Removed slice dies last first."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

L = [C(0), C(1), C(2), C(3)]
del L[1:3]
print('-')
L *= 0
