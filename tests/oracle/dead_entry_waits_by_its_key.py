"""An entry of a WeakValueDictionary that dies in a loop waits until the loop ends: its key is held once more."""
import sys
import weakref


class P:
    pass


d = weakref.WeakValueDictionary()
key = P()
value = P()
d[key] = value
for k in d:
    print(sys.getrefcount(key))
    value = None
    print(sys.getrefcount(key))
k = None
print(sys.getrefcount(key), len(d))
w = weakref.WeakKeyDictionary()
value = P()
w[key] = value
for v in w.values():
    print(sys.getrefcount(value))
    key = None
    print(sys.getrefcount(value))
v = None
print(sys.getrefcount(value), len(w))
