"""Closures share the variable."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'C({self.n})'

def mk():
    fs = []
    for i in [C(1), C(2)]:
        fs.append(lambda: i)
    return fs
fs = mk()
print(fs[0]() is fs[1]())
fs = None
