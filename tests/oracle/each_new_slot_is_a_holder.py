"""Each new slot is a holder."""
import sys

class P:
    pass

rc = sys.getrefcount

a = P()
L = [a]
M = L * 3 + L
t = tuple(L)
print(rc(a))
