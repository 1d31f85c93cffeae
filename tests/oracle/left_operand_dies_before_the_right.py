"""Left operand dies before the right."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

C(1) == C(2)
C(3) is C(4)
C(5) in [C(6)]
print('-')
C(7).x = C(8)
