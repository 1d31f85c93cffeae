"""A class call makes the tuple of its arguments before __new__: BaseException.__init__ stores that one, so what it
leads to stands in the collector's list before all that __new__ has made."""
import gc


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


class Made(ValueError):
    def __new__(cls, what):
        made = super().__new__(cls, what)
        made.own = N(50)
        return made


class Calls(Made):
    def __init__(self, what):
        super().__init__(what)


class Other(ValueError):
    def __new__(cls, what, more):
        return super().__new__(cls)


def boom(cls, a):
    b = [a, N(901)]
    raise cls(b)


def through(cls, a):
    c = N(902)
    boom(cls, a)


for cls in [Made, Calls, ValueError]:
    print(cls.__name__)
    chain = N(1)
    chain.next = N(2)
    chain.next.next = N(3)
    try:
        through(cls, chain)
    except Exception as e:
        kept = e
    chain.back = kept
    chain = None
    gc.collect()
    kept = None
    gc.collect()

print(Other(1, 2).args, repr(Other(3, 4)), Made(N(60)).args[0].n)
