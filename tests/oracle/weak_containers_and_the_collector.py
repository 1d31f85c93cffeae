"""A collection empties weak containers before any __del__ runs."""
import gc
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary, finalize

class Z:
    def __del__(self):
        print("del", len(d), len(w), len(s))

d = WeakValueDictionary()
w = WeakKeyDictionary()
s = WeakSet()
z = Z()
z.me = z
d[1] = z
w[z] = "v"
s.add(z)
f = finalize(z, print, "fin")
del z
gc.collect()
print(len(d), len(w), len(s))

# containers that are garbage themselves
z = Z()
z.me = z
z.d = WeakValueDictionary()
z.d["k"] = z
z.w = WeakKeyDictionary()
z.w[z] = [z]
z.s = WeakSet([z])
del z
gc.collect()
print("end")
