"""Dictionaries and sets: items, methods, operators."""
d = {"a": 1, "b": 2}
d["c"] = 3; d["a"] = 10
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "b" in d, "z" in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("b"), d.pop("z", None), d.setdefault("e", []), d.setdefault("a", 5), d.popitem(), d)
d.update({"x": 1}); d.update([("y", 2)], z=3); print(d)
del d["x"]; print(d, d == {"z": 3, "y": 2, "c": 3, "a": 10}, {} == {}, {1: 2} != {1: 3})
print(dict(a=1, b=2), dict([(1, 2)]), dict({3: 4}), {n: n * n for n in range(3)}, {1: "a"} | {2: "b"})
e = d.copy(); e.clear(); print(e, bool(e), bool(d))
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple"}[1, 2], d.keys(), {"k": 1}.values(), {"k": 1}.items())
for k, v in {"p": 1, "q": 2}.items():
    print(k, v)
for bad in (lambda: {}["k"], lambda: {}[(1, 2)], lambda: {[]: 1}, lambda: {}.popitem(), lambda: {{}: 1}):
    try:
        bad()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
s = {3, 1, 2}
s.add(2); s.add(10); s.discard(99); s.remove(1)
print(s, len(s), 2 in s, 1 in s, set(), set([1, 1]), {n % 3 for n in range(10)}, sorted({"b", "a"}))
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} == {2, 1}, {1}.issubset([1, 2]))
print({1, 2}.union([5]), {1, 2}.intersection([2]), {1, 2}.difference([2]), {1, 2}.isdisjoint({3}), {1, 2}.symmetric_difference([2, 3]))
t = {1, 2, 3}; t |= {9}; t -= {1}; t &= {2, 9}; print(t); t.update([4, 5]); t.clear(); print(t)
try:
    {1}.remove(5)
except KeyError as error:
    print(error)
try:
    {[]}
except TypeError as error:
    print(error)
print({i * 7 for i in range(12)}, {-1, -2, -3}, {100, 5, 1000, 8, 16, 24}, set(range(20)), {0.5, 1, 2.5})
print({33, 1, 65, 129, 7}, set([33, 1, 65, 129, 7]), {x for x in [33, 1, 65, 129, 7]})
u = set(range(6))
for n in range(5):
    u.remove(n)
u.add(8); u.add(16); print(u, u.pop(), u)
