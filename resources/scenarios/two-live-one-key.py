"""Two live objects, one key.

A cache promises one object for each key. Watch how emptying it breaks that promise for whoever still holds the old one."""
from weakref import WeakValueDictionary

class Unit:
    def __init__(self, name):
        self.name = name

units = WeakValueDictionary()

def unit(name):
    found = units.get(name)
    if found is None:
        found = Unit(name)
        units[name] = found
    return found

metre = unit("m")
assert unit("m") is metre

# Somebody "refreshes" the cache. The old object lives on.
units.clear()

# A miss, although a metre exists: now there are two.
other = unit("m")
assert other is not metre
assert other.name == metre.name

# Identity no longer tells whether two units are the same.
assert (metre is other) is False
