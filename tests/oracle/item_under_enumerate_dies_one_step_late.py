"""Item under enumerate dies one step late."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

L = [C(1), C(2)]
for i, x in enumerate(L):
    L[i] = x = None
    print('body')
