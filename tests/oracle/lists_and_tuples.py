"""Lists and tuples: items, slices, methods."""
L = [3, 1, 2]
L.append(4); L.extend([5, 6]); L.insert(0, 0); L.insert(-1, 9); L.insert(100, 10)
print(L, len(L), L[0], L[-1], L[1:3], L[::2], L[::-1], L[5:1:-1], L[10:], L[-100:2])
print(L.pop(), L.pop(0), L.index(9), L.count(1), 9 in L, 99 in L)
L.remove(9); L.reverse(); print(L)
L.sort(); print(L); L.sort(reverse=True); print(L); L.sort(key=lambda n: n % 3); print(L)
L[1:3] = ["a", "b", "c"]; print(L)
L[::2] = [0, 0, 0, 0]; print(L)
del L[0], L[1:3]; print(L)
L += (7, 8); L *= 2; print(L, L + [1], [0] * 3, 2 * [1])
M = L.copy(); M.clear(); print(L == M, M, [] == [], [1, [2]] == [1, [2]], [1, 2] < [1, 3], [1] < [1, 0])
t = (1, "a", 2.5)
print(t, t[1], t[1:], t + (3,), t * 2, len(t), (1,), (), t == (1, "a", 2.5), t < (1, "b"), t.index("a"), t.count(1))
a, b, c = t
(d, e), f = (1, 2), 3
[g, h] = "xy"
print(a, b, c, d, e, f, g, h)
print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted([("b", 1), ("a", 2)]), list(reversed([1, 2, 3])))
print([n * n for n in range(5)], [n for n in range(10) if n % 2], [(x, y) for x in "ab" for y in range(2)], [[0] * 2 for n in range(2)])
print(list(zip([1, 2, 3], "ab")), list(enumerate("ab", 1)), list(range(3)), list(range(5, 0, -2)), range(3)[1], 3 in range(5), len(range(0, 10, 3)))
print(any([0, 1]), all([1, 0]), any([]), all([]), sum(n for n in range(4)), max(n for n in [3, 1]), min("b", "a"))
print(list(n for n in [1, 2]), tuple([1, 2]), list((1, 2)), list({1: 2}), next(iter([5])), next(iter([]), "none"))
for bad in (lambda: [1][5], lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: (1, 2)[9], lambda: [1]["a"], lambda: sorted([1, "a"])):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    a, b = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    a, b, c = [1, 2]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
nested = [1, [2, [3, [4]]]]
nested[1].append(nested)
print(nested, nested[1][2] is nested)
