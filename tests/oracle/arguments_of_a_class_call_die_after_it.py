"""Arguments of a class call die after it."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K:
    def __init__(s, a, b):
        print('init')
k = K(C(1), C(2))
print('-')
print(C(3), C(4))
