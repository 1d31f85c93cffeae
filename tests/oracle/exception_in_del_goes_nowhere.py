"""Exception in del goes nowhere."""
from weakref import ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

class Z:
    def __del__(s):
        raise ValueError

def bad(r):
    raise KeyError
o = P()
r1 = ref(o, cb(1))
r2 = ref(o, bad)
del o
Z()
print('goes on')
