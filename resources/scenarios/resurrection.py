"""Back from the dead.

An object may save itself in its __del__, once. Watch the count: from one to none, and up again."""
import weakref

class Phoenix:
    def __del__(self):
        print("burning")
        nest.append(self)

nest = []
bird = Phoenix()
watch = weakref.ref(bird)

# Dying, it puts itself into the nest.
del bird
assert len(nest) == 1

# It lives, and its weak reference still answers.
assert watch() is nest[0]

# The second time, __del__ is not called.
nest.clear()
assert watch() is None
assert nest == []
