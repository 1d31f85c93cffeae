"""Key is held once by each container."""
import sys

class P:
    pass

rc = sys.getrefcount

k = P()
d = {k: k}
s = {k}
k in s
print(rc(k))
