"""All callbacks of a death run."""
from weakref import ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

def kill(r):
    global r1
    r1 = None
    print('kill')
o = P()
r1 = ref(o, cb(1))
r2 = ref(o, kill)
del o
