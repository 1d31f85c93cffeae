"""Children that only look up.

A tree holds its children; each child knows its parent by a weak reference. Watch the whole branch go at once."""
import weakref

class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = None
        if parent is not None:
            self.parent = weakref.ref(parent)
            parent.children.append(self)

    def __del__(self):
        print("gone:", self.name)

root = Node("root")
branch = Node("branch", root)
leaf = Node("leaf", branch)

# From the leaf up to the root, through weak references.
assert leaf.parent().parent() is root

# The tree still holds what loses its name.
del branch
del leaf
assert len(root.children) == 1

# A name keeps the leaf while the rest goes. Its way up is cut.
leaf = root.children[0].children[0]
del root
assert leaf.parent() is None
