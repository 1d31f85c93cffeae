"""A proxy forwards to its object while that lives."""
from weakref import getweakrefcount, getweakrefs, proxy, ref

class K:
    x = 1

    def m(self):
        return self

    def __len__(self):
        return 3

    def __str__(self):
        return "K!"

    def __eq__(self, other):
        return self is other

    def __contains__(self, item):
        return item == 5

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __call__(self, a):
        return a + 1

k = K()
p = proxy(k)
print(p.m() is k, p is k, p == k, isinstance(p, K), p.x, len(p), str(p), bool(p), f"{p}")
print(5 in p, p[2], list(p), p(4), proxy(k) is p, getweakrefcount(k))
p.y = 7
print(k.y, hasattr(p, "y"), hasattr(p, "z"))
del p.y
print(hasattr(k, "y"))
r = ref(k)
w = getweakrefs(k)
print(w[0] is r, w[1] is p, len(w))
q = proxy(k, lambda dead: print("callback", dead is q))
try:
    hash(p)
except TypeError as e:
    print("unhashable")
del k
try:
    p.m
except ReferenceError as e:
    print(e)
try:
    p.x = 1
except ReferenceError as e:
    print(e)
try:
    print(p == 1)
except ReferenceError as e:
    print(e)
