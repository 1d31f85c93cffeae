"""Items keeps its last pair."""
import sys

class P:
    pass

rc = sys.getrefcount

d = {1: P()}
for k, v in d.items():
    print(rc(d), rc(v))
print(rc(d), rc(v))
