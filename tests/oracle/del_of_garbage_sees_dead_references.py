"""Del of garbage sees dead references."""
import gc
from weakref import getweakrefcount, ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

class Z:
    def __del__(s):
        print(s.up())
p = P()
z = Z()
z.me = z
z.up = ref(p, cb(1))
del z
gc.collect()
print(getweakrefcount(p))
