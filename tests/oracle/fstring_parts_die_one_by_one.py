"""Fstring parts die one by one."""

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
print(f'{mk(1)} {mk(2)}')
