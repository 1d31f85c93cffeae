"""Counting is not enough.

Two objects that hold each other never reach zero. Watch what the collector finds when nothing leads to them any more."""
import gc
import weakref

class Partner:
    pass

left = Partner()
right = Partner()

# Each holds the other.
left.other = right
right.other = left
watch = weakref.ref(left)

# Both names go, and both counts stay at one.
del left
del right
assert watch() is not None

# The collector takes away what only holds itself.
gc.collect()
assert watch() is None

# One link made weak, and nothing is left to collect.
left = Partner()
right = Partner()
left.other = right
right.other = weakref.ref(left)
later = weakref.ref(left)
del left
assert later() is None
