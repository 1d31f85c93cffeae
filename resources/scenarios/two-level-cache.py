"""A strong cache over a weak one.

The weak map finds whatever still lives; the short strong list keeps what was used last alive. Watch who holds each zone."""
from weakref import WeakValueDictionary

class Zone:
    def __init__(self, name):
        self.name = name

weak = WeakValueDictionary()
recent = []

def zone(name):
    found = weak.get(name)
    if found is None:
        found = Zone(name)
        weak[name] = found
    if found in recent:
        recent.remove(found)
    recent.append(found)
    if len(recent) > 2:
        del recent[0]
    return found

# Nobody keeps these, and yet both stay: they are recent.
zone("Paris")
zone("Tokyo")
assert len(weak) == 2

paris = zone("Paris")

# A third pushes out the oldest, which nobody else holds.
zone("Lima")
assert "Tokyo" not in weak

# Paris falls out of the list, too, but a name holds it.
zone("Oslo")
assert paris not in recent
assert zone("Paris") is paris
