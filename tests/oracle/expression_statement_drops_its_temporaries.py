"""Expression statement drops its temporaries."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

C('t')
C('u').n
print('next')
