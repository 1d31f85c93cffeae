"""What dies during a loop over a weak dictionary is taken out after it."""
import sys
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary

class P:
    def __init__(self, n):
        self.n = n

L = [P(0), P(1), P(2)]
d = WeakValueDictionary()
for i in range(3):
    d[i] = L[i]
seen = []
for k in d:
    seen.append(k)
    L.clear()
print(seen, len(d))

L = [P(0), P(1), P(2)]
for i in range(3):
    d[i] = L[i]
try:
    for k in d:
        L.clear()
        print(len(d))
except RuntimeError as e:
    print(e)
print(len(d))

a = P("a")
d[1] = a
for k, v in d.items():
    print(sys.getrefcount(a))
for v in d.values():
    print(sys.getrefcount(a))
del v
for k in d:
    print(sys.getrefcount(a))
w = WeakKeyDictionary()
w[a] = P("value")
for k in w:
    print(sys.getrefcount(a))
for k, v in w.items():
    print(sys.getrefcount(a), sys.getrefcount(v))
del k, v
for v in w.values():
    print(sys.getrefcount(a), sys.getrefcount(v))
s = WeakSet([a])
for m in s:
    print(sys.getrefcount(a))
for m in s:
    break
print(sys.getrefcount(a))
