"""Collection inside a finalizer."""
import gc

class Z:
    def __init__(s, n):
        s.n = n
        s.me = s

    def __del__(s):
        print(s.n, gc.collect())
        Z(s.n + 1) if s.n < 1 else None
Z(0)
gc.collect()
print('-')
gc.collect()
