"""Slices that are assigned, scopes, loops with else, and special methods that answer nonsense."""
a = list(range(10))
a[::2] = "abcde"
print(a)
a[2:5] = []
print(a)
a[1:1] = [1, 2, 3]
del a[::3]
print(a, a[-100:100], a[5:2], a[::-2])
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[1:2] = 5
except TypeError as e:
    print(e)
for (x, y), z in [((1, 2), 3), ("ab", "c")]:
    print(x, y, z)
[p, q] = 1, 2
(r,) = [3]
print(p, q, r)
d = {"one": 1, "two": 2, "three": 3}
del d["one"]
d["one"] = 1
print(d, list(d))


class Box:
    pass


b = Box()
b.items = [0] * 3
b.items[1] += 5
b.count = 0
b.count += 2
b.d = {}
b.d["k"] = b.d.get("k", 0) + 1
print(b.items, b.count, b.d)
i = 0
xs = [0, 0, 0]
i, xs[i] = 2, 9
print(i, xs)
x = 1


def outer():
    x = 2

    def inner():
        nonlocal x
        x += 1
        return x

    def other():
        global x
        x += 10
        return x
    return inner(), other(), x


print(outer(), x)
print([x for x in range(3)], x, [lambda: i for i in range(3)][0](), [(lambda i=i: i)() for i in range(3)])
print([[i * j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) for j in range(i)], {i: {j for j in range(i)} for i in range(3)})
print(1 < 2 < 3 != 4 == 4, not (1 > 2), 1 and 0 or 5, None or "x", [] and 1, 0 == False, 1 is True, None is None)
n = 0
while n < 3:
    n += 1
    if n == 5:
        break
else:
    print("else of while")
for k in []:
    pass
else:
    print("else of for")


def f(a, b=2, c=3):
    return a, b, c


print(f(1), f(1, c=5), f(c=1, a=2), f(b=0, a=1))


def rec(n):
    return rec(n + 1)


try:
    rec(0)
except RecursionError as e:
    print("RecursionError", str(e)[:32])


class Bad:
    def __repr__(self):
        raise ValueError("no text")


try:
    print([Bad()])
except ValueError as e:
    print(e)


class NotStr:
    def __repr__(self):
        return 5


try:
    repr(NotStr())
except TypeError as e:
    print(e)


class BadLen:
    def __len__(self):
        return -1


try:
    len(BadLen())
except ValueError as e:
    print(e)


class BadHash:
    def __hash__(self):
        return "x"


try:
    hash(BadHash())
except TypeError as e:
    print(e)


class BadInit:
    def __init__(self):
        return 5


try:
    BadInit()
except TypeError as e:
    print(e)
try:
    raise "text"
except TypeError as e:
    print(e)
try:
    try:
        raise KeyError("a")
    except ValueError:
        print("no")
    finally:
        print("finally")
except LookupError as e:
    print("lookup", e, isinstance(e, Exception))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise
except ArithmeticError as e:
    print("again", e)
try:
    raise ValueError from None
except ValueError as e:
    print(repr(e), e.__cause__, e.__context__)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    del undefined
except NameError as e:
    print(e)
try:
    pass
except ImportError as e:
    print(e)
