"""A WeakMethod lives as long as its object, not as long as a bound method."""
from weakref import WeakMethod, getweakrefcount, ref

class K:
    def m(self):
        print("m")

    def n(self):
        print("n")

k = K()
print(ref(k.m)())
w = WeakMethod(k.m)
w()()
print(w() == k.m, w == WeakMethod(k.m), w == WeakMethod(k.n), getweakrefcount(k))
x = WeakMethod(k.m, lambda r: print("gone", r() is None, r is x))
print(x == w, isinstance(x, ref), getweakrefcount(x), ref(x)() is x)
del k
print(w(), x() is None)
try:
    WeakMethod(len)
except TypeError as e:
    print("TypeError")
