"""Return drops the loop first."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def f():
    l = C('l')
    for x in [C(1), C(2)]:
        return 5
f()
