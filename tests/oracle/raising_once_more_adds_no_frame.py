"""An exception passes into the traceback of a frame when it is raised there or comes out of a call there; a bare
`raise`, a handler that does not match and the end of a `finally` let it go on without another entry. So a helper
that only says `raise` keeps nothing alive, and a collection finds the frames by as many links as there are calls."""
import gc


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def boom(a):
    b = [a, N("boom")]
    raise ValueError(b)


def through(a):
    c = N("through")
    boom(a)


def again(a):
    try:
        through(a)
    except ValueError:
        c = N("again")
        raise


# The innermost exception is an argument of the outer one: which locals a collection finds first depends on the
# number of links to each.
try:
    boom(None)
except ValueError as e:
    first = e
try:
    again(first)
except ValueError as e:
    kept = e
kept.itself = kept
first = None
gc.collect()
kept = None
gc.collect()
print("---")


def helper():
    local = N("local of the helper")
    raise


try:
    try:
        raise ValueError("kept")
    except ValueError:
        helper()
except ValueError as e:
    kept = e
print("the helper's local is gone")
kept = None


def passes(n):
    mine = N(n)
    try:
        try:
            raise ValueError(n)
        except KeyError:
            print("never")
        finally:
            print("finally")
    except TypeError:
        print("never")


try:
    passes("passed")
except ValueError as e:
    kept = e
kept.itself = kept
gc.collect()
kept = None
gc.collect()
