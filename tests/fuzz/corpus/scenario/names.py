"""Everything that the fuzzer's statements speak of, so that they find something to do."""
import gc, sys, weakref
from tetherscope import weak_cached

log = []

class A:
    items = []
    def __init__(self, a=None, q=None):
        self.a = a
        self.b = q
        self.me = self
    def __del__(self):
        log.append("del")
    def f(self, n=None):
        return n

class B(A):
    def __del__(self):
        log.append(self)
    def __len__(self):
        return 2
    def __getitem__(self, n):
        if n > 2:
            raise IndexError(n)
        return self.a
    def __contains__(self, n):
        return n is self.a

class C:
    def __init__(self, n=0):
        self.n = n
        self.next = None
    def __eq__(self, other):
        return isinstance(other, C) and self.n == other.n
    def __hash__(self):
        return self.n
    def __repr__(self):
        return f"C({self.n})"
    def __call__(self, n=None):
        return self.next

class Node:
    pass

@weak_cached
class Date:
    year: int
    month: int = 1

def f(x=None, q=None):
    local = [x, q]
    return local

def g(n=1, q=2):
    raise ValueError(n)

def h(n=None):
    def inner():
        nonlocal n
        n = [n]
        return n
    return inner

a = A(1)
b = B(a)
c = C(3)
d = {"a": a, 1: [b, c]}
x = weakref.ref(c, log.append)
y = weakref.WeakValueDictionary()
n = 3
self = Node()
p = [a, b, c, Date(2022)]
q = {c, 1}
r = h(b)
weakref.finalize(c, f, a)
