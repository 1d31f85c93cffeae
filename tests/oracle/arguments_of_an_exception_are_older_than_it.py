"""The tuple of its arguments stands in the collector's list before the exception that a class call makes of it,
so a collection that the exception survives moves what the tuple leads to behind the tracebacks."""
import gc


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


class Collects(N):
    def __del__(self):
        print("collects", self.n)
        gc.collect()


class Plain(ValueError):
    pass


class Stores(ValueError):
    def __init__(self, what):
        self.what = None


# BaseException.__init__ called by name gets a tuple of its own, which is younger than the exception.
class Calls(ValueError):
    def __init__(self, what):
        super().__init__(what)


def boom(cls, a):
    b = [a, N(901)]
    raise cls(b)


def through(cls, a):
    c = N(902)
    boom(cls, a)


n1 = n2 = n3 = n4 = None
n2 = N(31)
n1 = [n2, n3]
try:
    through(ValueError, n1)
except Exception as e:
    n4 = e
n1 = N(9)
n2.b = n4
n2 = None
n1 = n3 if Collects(10) == n2 else n2
n4 = None
gc.collect()
print("---")

for cls in [ValueError, Exception, KeyError, Plain, Stores, Calls]:
    print(cls.__name__)
    chain = N(1)
    chain.next = N(2)
    chain.next.next = N(3)
    chain.next.next.next = N(4)
    try:
        through(cls, chain)
    except Exception as e:
        kept = e
    chain.back = kept
    chain = None
    gc.collect()
    kept = None
    gc.collect()
