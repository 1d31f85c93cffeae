"""Callback is held by its reference."""
from weakref import ref

class P:
    pass

class Q:
    def m(s, r):
        print('m', r())

    def __del__(s):
        print('Q dies')
q = Q()
o = P()
r = ref(o, q.m)
del q
print('held')
del o
