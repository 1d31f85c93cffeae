"""A function's own attributes: behind its defaults and before its cells when it dies. A bound method passes on
what it is asked, and takes none."""


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def method(self):
        return self


def make():
    captured = N("captured")

    def inner(a=N("default")):
        return captured
    inner.b = N("b")
    inner.a = N("a")
    return inner


def counted():
    counted.calls += 1
    return counted.calls


counted.calls = 0
print(counted(), counted())
f = make()
print(f.a.n, f.b.n)
f.b = N("another b")
del f.a
try:
    del f.a
except AttributeError as e:
    print(e)
g = lambda: g
g.me = g
g = None
f = None
N.method.note = "of the function"
n = N("n")
print(n.method.note)
try:
    n.method.other = 1
except AttributeError as e:
    print(e)
try:
    n.method.other
except AttributeError as e:
    print(e)
