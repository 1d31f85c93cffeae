"""Loop holds list and item."""
import sys

class P:
    pass

rc = sys.getrefcount

L = [P()]
for x in L:
    print(rc(L), rc(x))
print(rc(L), rc(x))
