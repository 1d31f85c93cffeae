"""How messages call references, proxies, and what is no place for either."""
import weakref


class C:
    def m(self):
        pass


c = C()
r = weakref.ref(c)


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: r.x)
attempt(lambda: hash(weakref.proxy(c)))
attempt(lambda: r + 1)
attempt(lambda: len(r))
attempt(lambda: r < r)
attempt(lambda: weakref.WeakSet() + 1)
attempt(lambda: weakref.WeakSet().x)
attempt(lambda: weakref.ref(r))
attempt(lambda: weakref.finalize(c, print).x)
attempt(lambda: weakref.proxy(c).x)
attempt(lambda: weakref.WeakMethod(3))
attempt(lambda: c.m.x)
attempt(lambda: type(r).__name__)
attempt(lambda: type(weakref.proxy(c)).__name__)
attempt(lambda: type(r))
