"""Getweakrefs order."""
from weakref import getweakrefs, ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

o = P()
r1 = ref(o, cb(1))
r2 = ref(o, cb(2))
r0 = ref(o)
w = getweakrefs(o)
print(w[0] is r0, w[1] is r2, w[2] is r1)
