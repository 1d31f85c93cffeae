"""A frame that outlives its call is known to the collector from its end on: the frames of two kept exceptions
that are garbage together are taken apart in the order in which the calls ended."""
import gc


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def boom(a):
    b = [a, N(901)]
    raise ValueError(b)


def through(a):
    c = N(902)
    boom(a)


def kept(a):
    try:
        through(a)
    except ValueError as e:
        return e


first = kept(N(63))
second = kept(None)
first.other = second
second.other = first
first.first = N("attribute")
gc.collect()
first = second
second = None
gc.collect()
first = None
gc.collect()
print("---")


# What a running call holds is held from outside: it keeps its place in the list.
def two():
    a = N("a")
    b = N("b")
    a.me = a
    b.me = b
    return b, a


def collects(b, a):
    gc.collect()
    return [a, b]


pair = two()
both = collects(pair[0], pair[1])
pair = None
both.clear()
gc.collect()
