"""A collection leaves what survives it in the order in which it is reached: the items of a list or a tuple from
the last to the first, the value of a dictionary's entry before its key, attributes in the order of the class, a
function's defaults from the last to the first and then what it closes over."""
import gc


class C:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print("del", self.n)


class Holder:
    pass


def attributes(a, b, c):
    other = Holder()
    other.b = other.a = None
    other.c = None
    holder = Holder()
    holder.a = a
    holder.c = c
    holder.b = b
    return holder


def function(a, b, c):
    def inner(x=a, y=b):
        return c
    return inner


def kept(a, b, c):
    try:
        raise ValueError(a, b)
    except ValueError as e:
        return [c, e]


def run(make):
    a = C("a")
    b = C("b")
    c = C("c")
    return make(a, b, c)


for make in (lambda a, b, c: [a, b, c], lambda a, b, c: (a, b, c), lambda a, b, c: {a: b, 1: c},
             lambda a, b, c: [(a, b), c], lambda a, b, c: [c, {b: a}], attributes, function, kept):
    made = run(make)
    gc.collect()
    made = None
    gc.collect()
    print("-")
