"""Weak containers: equality by what is alive, entries by keyword, and what they raise."""
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N{self.n}"

    def __hash__(self):
        return self.n

    def __eq__(self, o):
        return isinstance(o, N) and self.n == o.n


a, b = N(1), N(2)
v = weakref.WeakValueDictionary({"a": a})
v.update(b=b)
w = weakref.WeakValueDictionary(v)


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: v == w)
t(lambda: v == {"a": a, "b": b})
t(lambda: v != w)
t(lambda: sorted(v.copy()))
k = weakref.WeakKeyDictionary({a: 1})
k[b] = 2
t(lambda: k == {a: 1, b: 2})
t(lambda: k == weakref.WeakKeyDictionary(k))
t(lambda: list(k.items()))
s = weakref.WeakSet([a, b])
t(lambda: s == weakref.WeakSet([b, a]))
t(lambda: s == {a, b})
t(lambda: s.pop() in (a, b))
t(lambda: v["zz"])
t(lambda: v.pop("zz"))
t(lambda: v.popitem()[1])
t(lambda: k.setdefault(5, 1))
t(lambda: v.setdefault("q", 5))
t(lambda: s.add(5))
t(lambda: v.update({"x": 3}))
t(lambda: bool(weakref.WeakSet()))
t(lambda: "a" in v)
t(lambda: 5 in k)
t(lambda: 5 in s)
t(lambda: k.get(5))
t(lambda: s.discard(5))
t(lambda: v.get([]))
t(lambda: [] in v)
del k[a]
t(lambda: len(k))
t(lambda: k.__class__.__name__)
t(lambda: isinstance(v, dict))
t(lambda: weakref.ref(a) == weakref.ref(N(1)))
t(lambda: hash(weakref.ref(a)))
t(lambda: weakref.proxy(a) == a)
t(lambda: weakref.proxy(a).n)
t(lambda: [weakref.proxy(a)])
t(lambda: weakref.proxy(a) in [a])
t(lambda: weakref.finalize(a, print).alive)
t(lambda: weakref.getweakrefcount(5))
t(lambda: weakref.getweakrefs(5))
t(lambda: list(weakref.WeakSet()))
t(lambda: next(iter(s)))
t(lambda: weakref.WeakSet(5))
print(weakref.WeakValueDictionary({"a": a}, b=b, c=a) == {"a": a, "b": b, "c": a})
