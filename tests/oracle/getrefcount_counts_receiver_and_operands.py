"""Getrefcount counts receiver and operands."""
import sys

rc = sys.getrefcount

class K:
    def m(s, x):
        return x
k = K()
print(k.m(rc(k)), [rc(k), k, rc(k)][::2], rc(K()), rc([]))
