"""List and tuple die last first."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

L = [C(1), C(2)]
t = (C(3), C(4))
del L
del t

class M:
    def __del__(s):
        print(L)
L = [C(5), M()]
L.clear()
