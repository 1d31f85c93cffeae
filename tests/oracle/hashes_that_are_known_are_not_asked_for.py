"""__hash__ runs where CPython has no hash yet: not when a dictionary or set is copied, merged, compared."""
class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        print("hash", self.n)
        return self.n
    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", None))
        return isinstance(other, K) and self.n == other.n
d = {K(1): 1, K(2): 2}
print("copy")
e = d.copy()
print("dict")
f = dict(d)
print("update")
f.update(d)
print("or")
g = d | e
g |= d
print("eq")
print(d == e)
print("popitem")
e.popitem()
print("set")
s = set(d)
print("set of set")
t = set(s)
t = s.copy()
print("or")
u = s | t
u |= s
print("and")
u = s & t
print("minus")
u = s - t
u -= t
print("xor")
u = s ^ t
print("sub")
print(s <= t, s == t, s.isdisjoint(t))
print("from list")
v = set([K(1), K(1)])
print("update")
v.update(s)
v.update([K(3)])
print("pop")
v.pop()
print("frozen")
z = frozenset(s)
hash(z)
print("in")
print(K(1) in d, K(5) in s, K(1) in [K(2), K(1)])
print("keys")
print(d.keys() & e.keys())
print("fromkeys")
w = dict.fromkeys(s, 0)
w = dict.fromkeys(d)
{k: v for k, v in d.items()}
{k for k in s}
print({}.pop([], 5))
print(set() == {1}, {K(1)} == {K(1)})
d[K(1)] = 5
del d[K(1)]
d.setdefault(K(2), 3)
print(d.get(K(9)))
