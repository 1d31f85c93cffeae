"""Half built instance is finalized."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

class K:
    def __init__(s):
        s.c = C('c')
        raise ValueError

    def __del__(s):
        print('K')
try:
    K()
except ValueError:
    print('h')
