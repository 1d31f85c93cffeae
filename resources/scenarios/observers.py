"""Observers that may leave.

A button tells whoever listens, and keeps nobody alive. Watch the set, and why a plain reference to a method is dead at once."""
from weakref import WeakMethod, WeakSet, ref

class Panel:
    def __init__(self, name):
        self.name = name

    def clicked(self):
        print(self.name, "heard it")

listeners = WeakSet()
panel = Panel("panel")
listeners.add(panel)
for listener in listeners:
    listener.clicked()

# The loop's variable holds it, too.
del listener
del panel
assert len(listeners) == 0

# A bound method is made anew each time, and dies at once.
panel = Panel("second panel")
plain = ref(panel.clicked)
assert plain() is None

# WeakMethod looks at the object instead.
method = WeakMethod(panel.clicked)
method()()
del panel
assert method() is None
