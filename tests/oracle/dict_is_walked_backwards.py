"""`reversed` of a dict and of its views: last first, with the holders and the errors of the walk forwards."""
import sys


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __repr__(self):
        return f"N({self.n!r})"


d = {"a": 1, "b": 2, "c": 3}
print(list(reversed(d)), list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())))
del d["b"]
d["a"] = 5
d["d"] = 4
print(list(reversed(d)), [k for k in reversed(d) if d[k] > 3], next(reversed({}), "none"))
values = {n: N(n) for n in range(3)}
backwards = reversed(values.items())
key, value = next(backwards)
print(key, value, sys.getrefcount(values), sys.getrefcount(value))
del value
values[2] = None
print("-")
print(next(backwards))
values[7] = None
for _ in range(2):
    try:
        next(backwards)
    except RuntimeError as e:
        print(e)
backwards = None
print(sys.getrefcount(values))
for key in reversed(values):
    values[key] = None
print(values, [type(reversed(x)).__name__ for x in (d, d.keys(), d.values(), d.items())])
for wrong in ({1}, N("no sequence"), 5):
    try:
        reversed(wrong)
    except TypeError as e:
        print(e)
wrong = None
