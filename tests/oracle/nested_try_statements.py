"""Nested try statements: who handles, in which order, and what survives."""
import gc, weakref
log = []
class R:
    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail
        log.append("+" + name)
    def close(self):
        log.append("-" + self.name)
        if self.fail:
            raise OSError(self.name)
    def __del__(self):
        log.append("~" + self.name)
def flush():
    print(" ".join(log)); log.clear()
def use(names, body):
    opened = []
    try:
        for n in names:
            opened.append(R(n, n.isupper()))
        return body(opened)
    finally:
        while opened:
            try:
                opened.pop().close()
            except OSError as e:
                log.append(f"({e})")
def fails(opened):
    raise ValueError(len(opened))
print(use("ab", len)); flush()
try:
    use("aBc", fails)
except ValueError as e:
    print("ValueError", e, e.__context__); flush()
flush()
def early(kind):
    for i in range(3):
        try:
            if kind == "return" and i == 1: return i
            if kind == "break" and i == 1: break
            if kind == "continue" and i == 1: continue
            if kind == "raise" and i == 1: raise KeyError(i)
            log.append(f"body{i}")
        except KeyError:
            log.append("handler")
            kind = "return"
        else:
            log.append("else")
        finally:
            log.append(f"finally{i}")
            if kind == "override":
                return "overridden"
    else:
        log.append("loop-else")
    return "end"
for kind in ("return", "break", "continue", "raise", "override", "none"):
    print(kind, early(kind)); flush()
def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"
print(swallow())
def context():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError("k")
        finally:
            log.append("inner finally")
    except KeyError as e:
        inner = e.__context__
        log.append(type(inner).__name__)
        try:
            raise
        except LookupError as same:
            log.append(str(same is e))
        return R("local")
ref = weakref.ref(context())
flush(); print(ref())
class Cleanup(Exception):
    def __init__(self, message, resource):
        super().__init__(message)
        self.resource = resource
try:
    raise Cleanup("with resource", R("held"))
except Cleanup as c:
    flush(); saved = c
flush(); print(saved, saved.args, saved.resource.name); del saved; flush()
try:
    raise R
except TypeError as e:
    print(e)
try:
    try: raise RuntimeError("a")
    except RuntimeError as a: raise RuntimeError("b") from a
except RuntimeError as b:
    print(repr(b.__cause__), b.__suppress_context__)
