"""finalize: called when the object has died, once, and held by a registry until then."""
import gc
from weakref import finalize, getweakrefcount, ref

class K:
    def __del__(self):
        print("del")

class A:
    def __del__(self):
        print("argument dies")

def cb(r):
    print("cb")

k = K()
finalize(k, print, "A")
r = ref(k, cb)
f = finalize(k, print, "B", end="!\n")
print(f.alive, getweakrefcount(k))
del k
print(f.alive, f())

k = K()
f = finalize(k, lambda a: 42, A())
print(f(), f(), f.alive)
del k

k = K()
f = finalize(k, print, "never", A())
obj, func, args, kwargs = f.detach()
print(obj is k, func is print, len(args), kwargs, f.detach(), f.alive)
del obj, args
del k

# fires before every __del__ on the collector's way
k = K()
k.me = k
f = finalize(k, print, "fin")
del k
gc.collect()

# one that holds its own object never runs
k = K()
r = ref(k)
f = finalize(k, len, [k])
del k
gc.collect()
print(r() is None)
