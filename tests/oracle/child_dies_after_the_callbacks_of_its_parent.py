"""Child dies after the callbacks of its parent."""
from weakref import ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

p = P()
p.c = P()
a = ref(p.c, cb('child'))
b = ref(p, cb('parent'))
del p
