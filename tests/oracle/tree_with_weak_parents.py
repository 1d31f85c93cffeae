"""Children are held, parents are watched; a cycle waits for the collector."""
import gc
import weakref


class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self._parent = None
        if parent is not None:
            parent.add(self)

    def add(self, child):
        self.children.append(child)
        child._parent = weakref.ref(self)
        return child

    def parent(self):
        return self._parent() if self._parent is not None else None

    def path(self):
        up = self.parent()
        return (up.path() if up else "") + "/" + self.name

    def walk(self, depth=0):
        lines = ["  " * depth + self.name]
        for child in self.children:
            lines += child.walk(depth + 1)
        return lines

    def __len__(self):
        return 1 + sum(len(c) for c in self.children)

    def __del__(self):
        print("del", self.name)


root = Tree("root")
usr = Tree("usr", root)
lib = usr.add(Tree("lib"))
bin = Tree("bin", usr)
print("\n".join(root.walk()))
print(lib.path(), len(root), [c.name for c in usr.children])
del root
print(lib.path(), usr.parent())
del usr
print(bin.parent() is None, bin.path())
lib.children.append(lib)
del lib
print("cycle")
gc.collect()
bin = None
