"""hasattr() tells which special methods CPython's own objects have."""
import weakref


class Plain:
    pass


names = ["__iter__", "__next__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__call__",
         "__hash__", "__eq__", "__ne__", "__lt__", "__ge__", "__add__", "__radd__", "__iadd__", "__mul__", "__or__",
         "__int__", "__float__", "__index__", "__bool__", "__abs__", "__reversed__", "__init__", "__new__", "__str__",
         "__repr__", "__class__", "__doc__", "__setattr__", "__getattribute__", "__enter__", "__del__", "__await__"]
plain = Plain()
things = [[], "", 5, True, 1.5, {}, set(), frozenset(), (), None, range(3), print, [].append, iter([]), iter(""), zip(),
          {}.keys(), {}.values(), {}.items(), enumerate([]), reversed([]), object(), plain, Exception(), ValueError,
          Plain, int, list, weakref.ref(plain), weakref.WeakSet(), weakref.WeakValueDictionary(), lambda: 1]
for thing in things:
    print(type(thing).__name__, [name for name in names if hasattr(thing, name)])


def flat(value):
    if hasattr(value, "__iter__") and not isinstance(value, str):
        return [deep for item in value for deep in flat(item)]
    return [value]


print(flat([1, (2, [3, "four"]), {5}, {"six": 7}, range(2)]))
