"""The KeyError of a dictionary or set holds the key that it misses; a set and a dict that change while somebody
iterates say so at the next step."""
import sys


class P:
    pass


o = P()
k = None
try:
    {}[o]
except KeyError as e:
    k = e
print(sys.getrefcount(o), k.args[0] is o)
try:
    set().remove(o)
except KeyError as e:
    k = e
print(sys.getrefcount(o))
k = None
print(sys.getrefcount(o))
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
d = {1: o}
try:
    for x in d:
        d[x + 1] = o
except RuntimeError as e:
    print(e)
try:
    for x in d.values():
        d.clear()
except RuntimeError as e:
    print(e)
d = {1: o, 2: o}
for x in list(d):
    del d[x]
for x in d:
    print("never")
