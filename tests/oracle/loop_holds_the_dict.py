"""Loop holds the dict."""
import sys

class P:
    pass

rc = sys.getrefcount

d = {1: P()}
for v in d.values():
    print(rc(d), rc(v))
