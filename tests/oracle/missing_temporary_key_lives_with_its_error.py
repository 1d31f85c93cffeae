"""The methods of weak containers are Python code in CPython: the frame of one that raises stays with the exception,
and with the frame its arguments. So the KeyError can still name a key that nobody else has."""
import weakref


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, N) and self.n == other.n


def shown(error):
    return str(error).partition(" at ")[0], "dead" in str(error)


wk = weakref.WeakKeyDictionary()
wv = weakref.WeakValueDictionary()
ws = weakref.WeakSet()
try:
    wk[N(1)]
except KeyError as e:
    print("handled", shown(e))
try:
    del wk[N(2)]
except KeyError as e:
    print("handled", shown(e))
try:
    wk.pop(N(3))
except KeyError as e:
    print("handled", shown(e))
    kept = e
print(shown(kept))
kept = None
try:
    ws.remove(N(4))
except KeyError as e:
    print("handled", shown(e))
try:
    wv["key"] = [N(5)]
except TypeError as e:
    print("handled", e)
try:
    ws.add([N(6)])
except TypeError as e:
    print("handled", e)
try:
    weakref.finalize([N(7)], print)
except TypeError as e:
    print("handled", e)


def look(key):
    local = N(80)
    return wk[key]


try:
    look(N(8))
except KeyError as e:
    print("handled", shown(e))
# A call that does not fit gets no frame.
try:
    ws.add(N(9), N(10))
except TypeError as e:
    print("handled", e)
print(wk.get(N(11), "none"), N(12) in ws)
