"""A function's defaults are a tuple, and so are its cells: each dies last first."""


class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def make():
    x = C("x")
    y = C("y")

    def inner(a=C("a"), b=C("b"), c=C("c")):
        return y, x
    return inner


f = make()
f.second = C("second")
f.first = C("first")
f = None
g = lambda a=C(1), b=C(2): a
g = None
