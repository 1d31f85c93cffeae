"""A last will.

finalize() promises a call for when an object has gone. Watch who holds the finalizer: not its name."""
from weakref import finalize

class Folder:
    def __init__(self, path):
        self.path = path

log = []
folder = Folder("work")

# It gets what it needs as arguments, never the object itself.
finalize(folder, log.append, folder.path)
del folder
assert log == ["work"]

# Called by hand it runs at once, and only once.
folder = Folder("draft")
tidy = finalize(folder, log.append, folder.path)
tidy()
assert not tidy.alive
del folder
assert log == ["work", "draft"]

# Detached, it never runs.
folder = Folder("kept")
tidy = finalize(folder, log.append, folder.path)
tidy.detach()
del folder
assert len(log) == 2
