"""A dictionary without content that could be part of a cycle leaves the collector's list at a collection, and
comes back as its last when it gets such content. A constant tuple is no such content."""
import gc


class C:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print("del", self.n)


def run(held):
    x = C("x")
    y = C("y")
    z = C("z")
    held["y"] = y
    x.z = z
    return x


emptied = {1: []}
del emptied[1]
gc.collect()
x = run(emptied)
gc.collect()
emptied.clear()
x = None
gc.collect()
print("-")

constant = {1: (1, 2)}
x = run(constant)
gc.collect()
constant.clear()
x = None
gc.collect()
print("-")

made = {1: (len("a"), len("b"))}
x = run(made)
gc.collect()
made.clear()
x = None
gc.collect()
