"""Counts by number, as exercises: what does each of these add to the holders of one object?"""
import gc
import sys
rc = sys.getrefcount

class Box:
    default = None
    def __init__(self, content=None): self.content = content
    def method(self): return rc(self)
    def chain(self): return self

print("1.", rc(Box()))
b = Box(); print("2.", rc(b))
c = b; print("3.", rc(b), rc(c))
L = [b, b, c]; print("4.", rc(b))
L.remove(b); print("5.", rc(b))
d = {"k": b, b: 1}; print("6.", rc(b))
d["k"] = None; print("7.", rc(b)); del d[b]; print("8.", rc(b))
t = (b, (b, [b])); print("9.", rc(b)); t = None; print("10.", rc(b))
print("11.", b.method(), b.chain().method(), Box.method(b))
m = b.method; print("12.", rc(b), m()); m = None
x = Box(b); print("13.", rc(b), rc(x.content)); x.content = x; print("14.", rc(b), rc(x)); x.content = None; print("15.", rc(x))
s = {b, c, x}; print("16.", len(s), rc(b)); s.discard(b); print("17.", rc(b))
f = lambda: b; print("18.", rc(b))
def g(v=b): return rc(v)
print("19.", rc(b), g(), g(b), g(v=b)); g = None; print("20.", rc(b))
def h(v):
    def inner(): return v
    return inner
k = h(b); print("21.", rc(b), rc(k())); k = None; print("22.", rc(b))
print("23.", [rc(b) for _ in range(2)], [rc(y) for y in [b]], rc([b for _ in range(3)][0]), rc(b))
z = [b] * 5; print("24.", rc(b)); z[1:4] = []; print("25.", rc(b)); z += z; print("26.", rc(b)); z.clear(); print("27.", rc(b))
print("28.", rc(b) if b else 0, [rc(b), rc(b)], (b, rc(b))[1], {"a": b, "b": rc(b)}["b"])
p, q = b, b; print("29.", rc(b)); p = q = None; print("30.", rc(b))
Box.default = b; print("31.", rc(b), rc(Box.default), b.default is b); Box.default = None; print("32.", rc(b))
try: raise ValueError(b)
except ValueError as e: print("33.", rc(b), rc(e.args[0]))
print("34.", rc(b))
it = iter([b, 1]); print("35.", rc(b)); next(it); print("36.", rc(b)); list(it); print("37.", rc(b))
e = enumerate([b]); z = zip([b], [b]); print("38.", rc(b)); w = next(z); print("39.", rc(b)); del e, z, w; print("40.", rc(b))
r = sorted([b, x], key=lambda o: 0); u = list(reversed([b, b])); v = max([b, x], key=lambda o: o is b); print("41.", rc(b)); del r, u, v
c = None; L.clear(); print("42.", rc(b)); f = None; print("43.", rc(b)); gc.collect(); print("44.", rc(b))
class Holder:
    held = b
    also = [b]
    print("45.", rc(b))
print("46.", rc(b)); del Holder.held; print("47.", rc(b)); del Holder; print("48.", rc(b)); gc.collect(); print("49.", rc(b))
b.self = b; print("50.", rc(b)); del b.self; print("51.", rc(b))
