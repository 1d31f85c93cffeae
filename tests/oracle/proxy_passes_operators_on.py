"""A proxy of what can be called has a type of its own; operators are asked of the object, and not when it is dead."""
from weakref import proxy


class Plain:
    def __init__(self, name):
        self.name = name


class Called:
    def __call__(self, n):
        return n * 2

    def __len__(self):
        return 3


def attempt(uses):
    for use in uses:
        try:
            print(use())
        except (TypeError, ReferenceError, AttributeError) as e:
            print(type(e).__name__, e)


plain, called, members = Plain("p"), Called(), {1, 2}
p, c, m = proxy(plain), proxy(called), proxy(members)
print(type(p).__name__, type(c).__name__, callable(p), callable(c), c(4), len(c), isinstance(p, Plain))
attempt([lambda: p + 1, lambda: 1 + p, lambda: p < plain, lambda: plain >= p, lambda: -p, lambda: p * 2,
        lambda: "a" * p, lambda: [1] + p, lambda: hash(c), lambda: {p: 1}, lambda: proxy(c), lambda: f"{p:>5}",
        lambda: p(1), lambda: p[0], lambda: len(p), lambda: abs(p)])
print(m | {3}, {0} | m, m - {1}, m <= {1, 2, 3}, {1} < m, m & m, m == {1, 2}, 1 in m, sorted(m))
same = m
same |= {9}
print(same, members, same is members, type(m).__name__)
items = [1]
try:
    items += m
except TypeError as e:
    print(e, items)
same = None
plain = called = members = None
attempt([lambda: p + 1, lambda: 1 + p, lambda: p < 1, lambda: -p, lambda: isinstance(p, Plain), lambda: m | {1},
        lambda: isinstance(p, type(p)), lambda: callable(c), lambda: c(1), lambda: hash(c), lambda: p == p])
print(type([].append).__name__, type(plain).__name__, type(p).__name__)
