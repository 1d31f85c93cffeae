"""Operations on sets: which operand is walked over decides the order; pop() goes on where it was; the type is
that of the left operand."""


def show(s):
    print(type(s).__name__, list(s))


many = set(range(0, 200, 7))
few = {3, 7, 140, 65, 21}
for left, right in ((many, few), (few, many), (frozenset(few), many), (few, frozenset(many))):
    show(left & right)
    show(left | right)
    show(left - right)
    show(left ^ right)
    show(left.union([1000, 1]))
    show(left.intersection(range(30), range(14)))
    show(left.difference(range(100)))
    show(left.symmetric_difference([7, 7, 8]))
    print(left <= right, left < many, left >= right, left.isdisjoint(right), left.issuperset([7, 21]))
a = set(many)
a &= few
show(a)
a |= {500, 600, 3}
show(a)
a -= {3, 500}
show(a)
a ^= many
show(a)
a.intersection_update(range(100))
show(a)
a.difference_update(range(40), [42])
show(a)
a.symmetric_difference_update(range(60, 70))
show(a)
b = set(range(20))
print(b.pop(), b.pop(), b.pop())
b.add(0)
print(b.pop(), b.pop())
b.update({30: 1, 40: 2, 1: 3})
show(b)
print(b.pop(), len(b))
b -= b
show(b)
d = {1: "a", 2: "b", 70: "c"}
print(d.keys() & {70, 1, 9}, d.keys() | [5], d.keys() - [1], d.keys() ^ {1, 6}, {1, 3} & d.keys())
print(d.items() & {(1, "a"), (2, "c")}, {2} | d.keys())
print({frozenset({1, 2}): "x"}[frozenset([2, 1])], frozenset({1}) in {frozenset({1})})
try:
    hash(d.keys())
except TypeError as e:
    print(e)
try:
    {} .pop([])
except KeyError as e:
    print(e)
c = set(range(15))
for i in (3, 5, 7):
    c.discard(i)
for i in (35, 67, 99, 131):
    c.add(i)
    show(c)
