"""Views of keys and of items compare as sets do, with each other and with sets."""
d = {1: "a", 2: "b"}
e = {2: "b", 1: "a"}
print(d.keys() == e.keys(), d.keys() == {1, 2}, {1, 2} == d.keys(), d.keys() <= {1, 2, 3}, d.keys() < e.keys(), {1} < d.keys())
print(d.items() == e.items(), d.items() == {(1, "a")}, d.values() == d.values(), d.keys() == [1, 2], d.keys() != {1}, {}.keys() == frozenset())
print(d.items() >= {(1, "a")}, d.keys() > set(), d.keys() == d.items())
try:
    d.values() < d.values()
except TypeError as err:
    print(err)
try:
    d.keys() < [1]
except TypeError as err:
    print(err)
