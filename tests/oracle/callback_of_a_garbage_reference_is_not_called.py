"""Callback of a garbage reference is not called."""
import gc
from weakref import ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

a = P()
a.me = a
a.r = ref(a, cb('never'))
del a
gc.collect()
print('ok')
