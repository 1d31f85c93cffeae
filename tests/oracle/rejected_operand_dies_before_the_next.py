"""Rejected operand dies before the next."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def mk(n):
    print('mk', n)
    return C(n)
mk(1) and mk(2)
