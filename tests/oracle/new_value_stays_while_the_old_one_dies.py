"""A statement holds the new value until the old one and all that dies with it are gone: a callback that takes it
out of its place again does not kill it before."""
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def unbind(reference):
    global a
    print("unbinds")
    a = None
    holder.a = None
    items[0] = None
    entries["a"] = None
    K.a = None


class K:
    a = None


def old():
    made = N("old")
    made.child = N("child")
    return made


holder = N("holder")
items = [None]
entries = {"a": None}
a = old()
r = weakref.ref(a, unbind)
a = N("new name")
holder.a = old()
r = weakref.ref(holder.a, unbind)
holder.a = N("new attribute")
items[0] = old()
r = weakref.ref(items[0], unbind)
items[0] = N("new item")
entries["a"] = old()
r = weakref.ref(entries["a"], unbind)
entries["a"] = N("new entry")
K.a = old()
r = weakref.ref(K.a, unbind)
K.a = N("new class attribute")
print("end")
