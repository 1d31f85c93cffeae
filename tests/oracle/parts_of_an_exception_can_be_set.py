"""`args`, `__cause__`, `__context__`, `__suppress_context__` and `__traceback__` are parts of an exception, not
attributes in its dictionary: what is set there is checked, is seen by `str`, and holds as the part does."""
import gc
import sys


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __repr__(self):
        return f"N({self.n!r})"


def boom(n):
    local = N(n)
    raise ValueError(N("argument"))


def caught(n):
    try:
        boom(n)
    except ValueError as e:
        return e


error = caught("local")
print(error, error.args)
error.args = ("other", 2)
print(error, error.args, repr(error))
pair = (N(1), N(2))
error.args = pair
print(error.args is pair, sys.getrefcount(pair))
pair = None
error.args = [N(3)]
print(error)
error.args = ()
print(str(error) == "", error.args)
error.args = "ab"
print(repr(error))

# The frames that it has passed go, and with them their locals.
error.__traceback__ = None
print("no frames")

first = KeyError("first")
error.__cause__ = first
print(repr(error.__cause__), error.__suppress_context__)
error.__cause__ = None
error.__context__ = first
print(error.__cause__, repr(error.__context__), error.__suppress_context__)
error.__suppress_context__ = False
error.__context__ = None
print(sys.getrefcount(first), error.__suppress_context__)
first.owner = N("owner")
error.__cause__ = first
first = None
print("-")
error.__cause__ = None
print("-")

for wrong in (5, "text", ValueError):
    try:
        error.__cause__ = wrong
    except TypeError as e:
        print(e)
    try:
        error.__context__ = wrong
    except TypeError as e:
        print(e)
    try:
        error.__traceback__ = wrong
    except TypeError as e:
        print(e)
    try:
        error.__suppress_context__ = wrong
    except TypeError as e:
        print(e)
try:
    error.args = 5
except TypeError as e:
    print(e)
try:
    del error.args
except TypeError as e:
    print(e)
try:
    del error.__cause__
except TypeError as e:
    print(e)
try:
    del error.__suppress_context__
except TypeError as e:
    print(e)

# A ring of exceptions, apart from its frames.
one, two = caught("one"), caught("two")
one.__context__ = two
two.__context__ = one
one.__traceback__ = two.__traceback__ = None
one = two = None
gc.collect()
print("end")
