"""Reference made in del of garbage."""
import gc
from weakref import ref

def cb(n):
    return lambda r: print('cb', n)

class Z:
    def __del__(s):
        late.append(ref(s, cb('late')))
late = []
z = Z()
z.me = z
del z
gc.collect()
print(late[0]())
