"""finalize() holds its arguments: one that leads to the object keeps it for ever, until it is detached or called."""
import gc
import weakref


class P:
    pass


k = P()
r = weakref.ref(k)
f = weakref.finalize(k, len, [k])
del k
gc.collect()
print(r() is None, f.alive, weakref.getweakrefcount(r()))
print(f())
print(r() is None, f.alive, f.peek(), f.detach(), f())
k = P()
r = weakref.ref(k)
f = weakref.finalize(k, print, k, sep="-")
k = None
content = f.detach()
print(r() is content[0], content[1] is print, content[3], f.alive)
content = None
print(r() is None)
