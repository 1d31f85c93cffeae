"""Enumerate and zip keep their last tuple."""
import sys

class P:
    pass

rc = sys.getrefcount

a = P()
b = P()
L = [a, b]
for i, x in enumerate(L):
    print(rc(a), rc(b))
for t in zip(L, L):
    print(rc(a), rc(b))
