"""Cycles through every kind of object are found, and only they."""
import gc
import weakref

class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

def watch(n):
    return N(n)

a = watch("list")
L = [a]
L.append(L)
b = watch("dict")
d = {"k": b}
d["d"] = d
c = watch("tuple in list")
t = ([c],)
t[0].append(t)
e = watch("closure")
def f(x=e):
    return f, x
def make():
    x = watch("cell")
    def inner():
        return inner, x
    return inner
g = make()
class K:
    held = watch("class attribute")
    def method(self):
        return K
m = watch("method")
m.bound = K().method
k = K()
k.me = k.method
s = set()
h = watch("set")
h.s = s
s.add(h)
i = watch("iterator")
i.it = iter([i])
del a, b, c, e, m, h, i
print("-- nothing is garbage but m and i")
print(gc.collect() >= 0)
del L, d, t, f, g, s, k
print("-- now the rest")
gc.collect()
del K
print("-- the class")
gc.collect()
print("end")
