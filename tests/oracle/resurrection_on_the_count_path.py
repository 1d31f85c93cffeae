"""Resurrection on the count path."""
import sys
from weakref import ref

rc = sys.getrefcount

def cb(n):
    return lambda r: print('cb', n)

class Z:
    def __del__(s):
        keep.append(s)
        print('del')
keep = []
z = Z()
r = ref(z, cb('r'))
del z
print(r() is keep[0], rc(keep[0]))
keep.clear()
