"""An entry that can never go.

A WeakKeyDictionary lets go of an entry when its key dies. Watch what happens when the value holds the key."""
import gc
from weakref import WeakKeyDictionary, ref

class Window:
    pass

class Layout:
    def __init__(self, window=None):
        self.window = window

layouts = WeakKeyDictionary()

# This value knows nothing of its key.
first = Window()
layouts[first] = Layout()
del first
assert len(layouts) == 0

# This one points back at it.
second = Window()
layouts[second] = Layout(second)
watch = ref(second)
del second

# The dictionary holds the value, the value the key.
assert watch() is not None

# No cycle: the collector finds a way in from outside, and leaves it.
gc.collect()
assert len(layouts) == 1

# The way out: break the link from value to key.
for layout in layouts.values():
    layout.window = None
del layout
assert len(layouts) == 0
