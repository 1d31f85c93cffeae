"""What callbacks, __del__, __repr__, __eq__ and key functions are called with stays held until they return."""
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __repr__(self):
        n = self.n
        del self
        print("in repr")
        return f"N({n})"

    def __eq__(self, other):
        del self, other
        print("in eq")
        return False

    def __hash__(self):
        n = self.n
        del self
        print("in hash")
        return n


class D:
    def __del__(self):
        del self
        print("in del")


def key(item):
    del item
    print("in key")
    return 0


def callback(reference):
    del reference
    print("in callback")


print(repr(N(1)))
print([N(2)])
N(3) == N(4)
hash(N(5))
D()
sorted([N(6), N(7)], key=key)
n = N(8)
r = weakref.ref(n, callback)
n = None
print(str(N(9)), f"{N(10)}")
print(max([N(11)], key=key) is None)
