"""Garbage, the good, the weak and the saved: what a collection does, with several kinds of containers."""
import gc
import weakref

order = []


class Tracked:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        order.append(self.name)


class Saver(Tracked):
    saved = []

    def __del__(self):
        super().__del__()
        Saver.saved.append(self.friend)


def report(title):
    gc.collect()
    print(f"{title:<12}" + " ".join(order))
    order.clear()


def tie(a, b):
    a.other, b.other = b, a
    return a


tie(Tracked("a1"), Tracked("a2"))
report("pair")
one = [Tracked("l0"), Tracked("l1")]
one.append(one)
del one
report("list")
d = {"x": Tracked("dx"), Tracked("dk"): "y"}
d["d"] = d
d = None
report("dict")
t = ([],)
t[0].append(t)
t[0].append(Tracked("t"))
t = None
report("tuple")
s = Tracked("s")
s.members = {s, Tracked("s1")} and {s}
s = None
report("set")


def closure():
    own = Tracked("own")

    def again():
        return own, again
    return 1


closure()
report("closure")


class Klass:
    attribute = Tracked("attribute")

    def method(self):
        return Klass


k = Klass()
k.method_kept = k.method
k.tracked = Tracked("kept")
del k
report("method")
del Klass
report("class")
try:
    raise KeyError(Tracked("arg"))
except KeyError as error:
    error.itself = error
report("exception")
saver = Saver("saver")
saver.friend = tie(Tracked("f1"), Tracked("f2"))
saver.me = saver
saver.lost = Tracked("lost")
del saver
report("saved")
print([x.name for x in Saver.saved], Saver.saved[0].other.name)
w = [weakref.ref(x, lambda r: order.append("callback")) for x in Saver.saved]
Saver.saved.clear()
report("later")
print(w[0]() is None)
g = iter([Tracked("g")])
holder = Tracked("h")
holder.iterator, holder.me = g, holder
del g, holder
report("iterator")
a = Tracked("proxy")
a.p = weakref.proxy(a)
a.finalizer = weakref.finalize(a, order.append, "finalizer")
a.cycle = [a]
del a
report("finalizer")
