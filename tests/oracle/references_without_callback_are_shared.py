"""References without callback to one object are one object while it lives; with a callback there is always a new
one. Proxies share likewise, apart from references."""
import sys
import weakref


class P:
    pass


def callback(reference):
    print("callback")


o = P()
a = weakref.ref(o)
b = weakref.ref(o, None)
c = weakref.ref(o, callback)
d = weakref.ref(o, callback)
print(a is b, c is a, c is d, weakref.proxy(o) is weakref.proxy(o))
print(weakref.getweakrefcount(o), sys.getrefcount(a))
p = weakref.proxy(o)
q = weakref.proxy(o)
print(p is q, weakref.getweakrefcount(o))
b = None
print(sys.getrefcount(a))
a = None
print(weakref.getweakrefcount(o))
a = weakref.ref(o)
print(weakref.getweakrefcount(o), a() is o)
o = None
print(a(), c(), a == b, a is weakref.ref)
