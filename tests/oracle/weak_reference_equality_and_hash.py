"""Weak reference equality and hash."""
from weakref import ref

class P:
    pass

def cb(n):
    return lambda r: print('cb', n)

a = P()
r = ref(a)
s = ref(a, cb(1))
print(r == s, bool(r))
del a
print(r == s, r == r, bool(r))
