"""Break drops the list at once."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

for x in [C(1), C(2)]:
    break
print('after')
