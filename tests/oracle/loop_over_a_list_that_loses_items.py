"""Loop over a list that loses items."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

L = [C(1), C(2), C(3)]
for x in L:
    print(x)
    L.remove(x)
print(L)
