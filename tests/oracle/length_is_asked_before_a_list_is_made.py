"""list(), tuple(), sorted(), join and the like ask an iterable's __len__ first; only a TypeError of it passes."""
from weakref import proxy


class Sized:
    def __init__(self, answer):
        self.answer = answer

    def __len__(self):
        print("len", end=" ")
        if self.answer in (TypeError, ZeroDivisionError):
            raise self.answer("by __len__")
        return self.answer

    def __getitem__(self, index):
        if index == 2:
            raise IndexError("end")
        return str(index)


def attempt(name, use, sized):
    try:
        print(name, use(sized))
    except (ArithmeticError, ValueError, TypeError, MemoryError) as e:
        print(name, type(e).__name__, e)


def assigned(sized):
    items = [1, 2, 3]
    items[1:2] = sized
    return items


def extended(sized):
    items = []
    items.extend(sized)
    items += sized
    return items


for answer in (2, 7, 0, -1, 2.5, "x", 2**62, TypeError, ZeroDivisionError):
    print(answer)
    sized = Sized(answer)
    attempt("list", list, sized)
    attempt("tuple", tuple, sized)
    attempt("sorted", sorted, sized)
    attempt("join", ",".join, sized)
    attempt("slice", assigned, sized)
    attempt("extend", extended, sized)
    attempt("dict", lambda s: dict([s]), sized)
    attempt("proxy", lambda s: list(proxy(s)), sized)
    attempt("set", lambda s: len(set(s)), sized)
    attempt("max", max, sized)
    attempt("display", lambda s: [part for part in s], sized)
    attempt("enumerate", lambda s: list(enumerate(s)), sized)


def texts(stop):
    print("next", end=" ")
    return stop


print(", ".join(str(texts(n)) for n in range(3)))
try:
    print(", ".join(texts(n) for n in range(3)))
except TypeError as e:
    print(e)
for wrong in (lambda: ",".join(5), lambda: assigned(5), lambda: "a".center(5, "ab"), lambda: "a".ljust(5, 3), lambda: "a".zfill("b"), lambda: "a".rjust(5, "")):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
