"""What a call of a built-in function or of a weak container says when its arguments do not fit."""
import gc
import weakref


class C:
    def method(self, a, b=2):
        return a


def none():
    pass


c = C()
wv = weakref.WeakValueDictionary()
wk = weakref.WeakKeyDictionary()
ws = weakref.WeakSet()
f = weakref.finalize(c, none)
r = weakref.ref(c)
for call in [
    lambda: round(), lambda: round(1, 2, 3), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(1, digits=2),
    lambda: round(number=2.567, ndigits=1), lambda: round(1.5, number=2), lambda: round(1.5, None),
    lambda: sum(), lambda: sum(1), lambda: sum([1], [2], 3), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([[1], [2]], start=[]),
    lambda: sum([1], begin=2), lambda: sum(None, "a"),
    lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], "a"), lambda: enumerate([], 1, 2),
    lambda: list(enumerate(iterable="a", start=3)),
    lambda: int(1, 2, 3), lambda: int("z"), lambda: int("z", 36), lambda: int("z", 37), lambda: int(5, 10), lambda: int([]),
    lambda: int("11", base=2), lambda: int(base=2), lambda: int("1", "2"), lambda: int(number=1),
    lambda: str(1, 2), lambda: str("a", "b"), lambda: str(object=5), lambda: str(1, 2, 3, 4), lambda: str(text=1),
    lambda: type(), lambda: type(1, 2), lambda: zip(1), lambda: zip([], other=1), lambda: iter(1, 2), lambda: super(1),
    lambda: getattr(c, 1), lambda: setattr(c, 1, 2), lambda: hasattr(c, None), lambda: delattr(c, "x"), lambda: getattr(c),
    lambda: sorted(), lambda: sorted([1], 2), lambda: sorted(5, bad=1), lambda: sorted([1], bad=1), lambda: sorted([2, 1], reverse=1),
    lambda: sorted([1], reverse="x"), lambda: [1].sort(1), lambda: [1].sort(bad=1), lambda: max(), lambda: max(1), lambda: max(1, "a"),
    lambda: min(None, 1), lambda: max([], default=3), lambda: max(1, 2, default=3), lambda: min([]), lambda: max(1, 2, bad=3),
    lambda: c.method(), lambda: c.method(1, 2, 3), lambda: c.method(1, bad=2), lambda: c.method(1, a=2), lambda: c.method(1, 2, 3, bad=4),
    lambda: none(1), lambda: none(1, bad=2), lambda: C(1), lambda: C.method(),
    lambda: "a".isdigit(1), lambda: "a".upper(1), lambda: "a".split(1), lambda: "a".join(), lambda: "a".join([1]), lambda: "a".replace("b"),
    lambda: wv.get(), lambda: wv.get(1, default=2), lambda: wv.get(1, 2, 3), lambda: wv.pop(), lambda: wv.pop(1, 2, 3), lambda: wv.pop(1),
    lambda: wv.setdefault(1), lambda: wv.clear(1), lambda: wv.keys(1), lambda: wv.update(1, 2), lambda: wv.update(5), lambda: wv.update(["ab"]),
    lambda: wk.get(1), lambda: wk.get(c, default=7), lambda: wk.pop(c, 1, 2), lambda: wk.copy(1), lambda: wk.setdefault(key=c, default=8),
    lambda: ws.add(), lambda: ws.add(1, 2), lambda: ws.add(1), lambda: ws.update(), lambda: ws.remove(), lambda: ws.pop(1), lambda: ws.copy(x=1),
    lambda: len(weakref.WeakSet(None)), lambda: weakref.WeakSet(1, 2), lambda: weakref.WeakValueDictionary(1, 2), lambda: weakref.WeakSet(5),
    lambda: weakref.finalize(), lambda: weakref.finalize(c), lambda: weakref.finalize(1, none), lambda: f.peek(1), lambda: f.detach(x=1),
    lambda: weakref.WeakMethod(), lambda: weakref.WeakMethod(1), lambda: weakref.WeakMethod(c), lambda: weakref.ref(), lambda: weakref.ref(1, 2, 3),
    lambda: r(1), lambda: gc.collect(1, 2), lambda: gc.collect("a"), lambda: weakref.getweakrefcount(), lambda: weakref.ref(len)() is len,
]:
    try:
        print("gives", call())
    except Exception as e:
        print(type(e).__name__, e)
print(f.alive, f.atexit)
f.atexit = False
print(f.atexit)
