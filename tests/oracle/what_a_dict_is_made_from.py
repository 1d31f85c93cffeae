"""`dict(x)` and `update(x)` take what has a method `keys` as a mapping: all keys are asked for first, then each
for its value. Anything else is a sequence of pairs."""
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N({self.n!r})"

    def __del__(self):
        print("del", self.n)


class Squares:
    def keys(self):
        print("keys")
        return [3, 1, 2]

    def __getitem__(self, n):
        print("item", n)
        return n * n


class NoKeys:
    def __getitem__(self, index):
        return ("ab", [1, 2])[index]


class Wrong:
    keys = 5


class Raises:
    def keys(self):
        raise ValueError("no keys")


class Lacks(Squares):
    def __getitem__(self, n):
        if n == 1:
            raise KeyError(n)
        return N(n)


values, keys = [N(1), N((1, 2, 3))], [N("key")]
by_name = weakref.WeakValueDictionary({(1, 2, 3): values[0], "b": values[1]})
copy = dict(by_name)
print(copy, len(by_name))
values.clear()
print(len(by_name))
copy.clear()
by_key = weakref.WeakKeyDictionary({keys[0]: "value"})
copy.update(by_key)
keys.clear()
print(copy, len(by_key))
copy.clear()
print(len(by_key))

print(dict(Squares(), a=0))
copy.update(Squares())
print(copy)
print(dict(NoKeys()))
for wrong in (Wrong(), Raises(), Lacks(), 5, [1], ["abc"], N("no pairs")):
    try:
        print(dict(wrong))
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
wrong = None

# None is no mapping, but for the weak dictionaries, whose library has it as a default.
by_name = weakref.WeakValueDictionary(None)
by_name.update(None)
print(len(by_name), len(weakref.WeakKeyDictionary(None)))
for bounds in ((None,), (0, None), ("a",), (0, 1.5)):
    try:
        print([1, 2].index(1, bounds[0]) if len(bounds) == 1 else (1, 2).index(1, bounds[0], bounds[1]))
    except TypeError as e:
        print(e)
