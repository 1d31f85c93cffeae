"""Views and iterators hold their container."""
import sys

rc = sys.getrefcount

d = {}
v = d.items()
L = []
e = enumerate(L)
print(rc(d), rc(L))
