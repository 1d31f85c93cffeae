"""Bound method holds its instance."""
import sys

rc = sys.getrefcount

class K:
    def m(s):
        pass
k = K()
b = k.m
c = k.m
print(rc(k), b is c, b == c)
