"""sorted(), sort(), min() and max() with keys, and what cannot be compared."""


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def __repr__(self):
        return f"{self.name}({self.age})"


people = [Person("Eve", 35), Person("Bob", 25), Person("Al", 35), Person("Cy", 25), Person("Di", 30)]
print(sorted(people, key=lambda p: p.age))
print(sorted(people, key=lambda p: (-p.age, p.name)))
print(sorted(people, key=lambda p: p.name, reverse=True))
people.sort(key=lambda p: len(p.name))
print(people, min(people, key=lambda p: p.age), max(people, key=lambda p: p.age))
by_age = {}
for p in people:
    by_age.setdefault(p.age, []).append(p)
for age, group in sorted(by_age.items()):
    print(age, group, sep=": ")
print(sorted({"b": 1, "a": 2}), sorted({3, 1, 2}, reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted("hello world".split(), key=len))
words = "the cat the dog a cat the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
print([w for i, w in enumerate(words) if w not in words[:i]])
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    sorted(people)
except TypeError as e:
    print(e)
try:
    [3, None, 2].sort()
except TypeError as e:
    print(e)
try:
    max([])
except ValueError as e:
    print(e)
print(max([], default="none"), sorted([True, False, 2]), sorted([[2, 1], [1, 5], [1]]), [1, 2] < [1, 3], (1,) < (1, 0), "a" < "ab")


def bubble(xs):
    xs = xs[:]
    swaps = 0
    for i in range(len(xs)):
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
                swaps += 1
    return xs, swaps


print(bubble([5, 2, 9, 1, 5, 6]))


def quick(xs):
    if len(xs) <= 1:
        return xs
    pivot, rest = xs[0], xs[1:]
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


print(quick([3, 6, 1, 8, 2, 9, 2]))
