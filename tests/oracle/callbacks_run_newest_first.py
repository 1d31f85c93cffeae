"""Callbacks run newest first."""
from weakref import ref

def cb(n):
    return lambda r: print('cb', n)

class N:
    def __del__(s):
        print('del', r1() is s)
o = N()
r1 = ref(o, cb(1))
r2 = ref(o, lambda r: print(2, r1(), r2()))
del o
