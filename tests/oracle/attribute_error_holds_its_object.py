"""Attribute error holds its object."""
import sys

class P:
    pass

rc = sys.getrefcount

o = P()
k = None
try:
    o.zz
except AttributeError as e:
    k = e
print(rc(o))
k = None
print(rc(o))
