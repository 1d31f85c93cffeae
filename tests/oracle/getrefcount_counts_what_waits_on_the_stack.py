"""Getrefcount counts what waits on the stack."""
import sys

class P:
    pass

rc = sys.getrefcount

o = P()
print(rc(o))
print(o, rc(o))
print([o, rc(o)][1])
print(f'{o} {rc(o)}')
