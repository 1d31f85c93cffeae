"""Collection clears calls finalizes."""
import gc
from weakref import ref

def cb(n):
    return lambda r: print('cb', n)

class N:
    def __init__(s, n):
        s.n = n
        s.me = s

    def __del__(s):
        print('del', s.n, r())
a = N('a')
b = N('b')
r = ref(b, cb('b1'))
r2 = ref(a, cb('a1'))
r3 = ref(b, cb('b2'))
del a, b
gc.collect()
