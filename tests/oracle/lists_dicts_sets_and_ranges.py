"""The methods of the containers, their operators, and what they raise."""
a = [3, 1, 2]
b = a
c = a[:]
b.append(4)
print(a, b is a, c is a, c == [3, 1, 2], a.index(2), a.count(3))
a.insert(0, 9); a.insert(-1, 8); a.insert(99, 7)
print(a, a.pop(), a.pop(0), a[-2:], a[::2], a[::-1], a[1:-1])
a[1:3] = ["x", "y", "z"]
del a[0], a[-1]
a.extend(range(2)); a += (5,); a *= 2
print(a, len(a), 5 in a, "x" not in a)
a.reverse()
del a[::2]
print(a, a == a[:], [1, [2, [3]]] == [1, [2, [3]]])
first, second = a[0], a[1]
x = y = []
x.append(1)
print(y, first, second)
(p, q), r = (1, 2), 3
print(p, q, r, (p,), ())
t = (1, [2], "a")
t[1].append(3)
print(t, t + (4,), t * 2, t[0], t[-1], t[1:], len(t), hash((1, 2)) == hash((1, 2)))
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    t[1] += [4]
except TypeError as e:
    print(e, t)
d = {"b": 1, "a": 2, 3: "c", (1, 2): None, None: 0, 2.5: True}
d["z"] = d.pop("b")
print(d, len(d), list(d), list(d.values()), d.get("no"), d.get("no", 0), "a" in d, d.keys(), d.items())
d.update({"a": 20}, new=5)
print(d.setdefault("a", 1), d.setdefault("q", []), d.popitem(), d.pop("nope", "dflt"))
del d[None]
e = dict(d)
e["a"] = 0
print(d == e, d["a"], dict(d, a=1)["a"], dict([("k", 1)], j=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0))
print({k: v for k, v in sorted({"y": 1, "x": 2}.items())}, d | {"a": 1}, sorted(d, key=str), max({"a": 3, "b": 1}))
for k in list(d):
    if isinstance(k, str):
        del d[k]
print(d, d.copy(), {1: 1, 1.0: 2, True: 3})
d.clear()
print(d, bool(d), {} == d)
s = {1, 2, 3}
u = {3, 4}
print(s | u, s & u, s - u, s ^ u, s <= {1, 2, 3, 4}, s.isdisjoint({9}), 2 in s, len(s), set(), {1} == {1.0})
s.add(2); s.add(10); s.discard(99); s.remove(1); s.update([5, 6])
print(s, sorted(s), sum(s), frozenset([1, 2]), set("a"), set([1, 1, 2]))
try:
    s.remove(77)
except KeyError as err:
    print("KeyError", err)
try:
    for v in s:
        s.add(v + 100)
except RuntimeError as err:
    print(err)
print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), range(3), len(range(0, 10, 3)), 4 in range(5), range(5)[2], range(10)[2:5])
print(list(enumerate("ab", 1)), list(zip([1, 2], "ab", (True, None))), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))))
print(any([0, ""]), all([]), any(x > 2 for x in [1, 3]), all(x for x in [1, 0]), sum(x * x for x in range(4)), min("b", "a"), max(1, 2.5))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"))
n = [0]
print(list(iter(lambda: n.append(0) or len(n), 5)))
print([i for i in range(20) if i % 2 if i % 3], [[j for j in range(i)] for i in range(3)], {i % 3 for i in range(10)}, [1])
