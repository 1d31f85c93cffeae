"""Waiting temporaries die before the handler."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def boom():
    raise ValueError
try:
    [C(1), C(2), boom()]
except ValueError:
    print('h')
