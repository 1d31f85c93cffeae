"""What everyday mistakes raise, and the words they come with."""


class AppError(Exception):
    """Base."""


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(f"{what} not found in {where}")
        self.what = what
        self.where = where


class Retry(AppError):
    def __str__(self):
        return "retry #" + str(self.args[0])


def find(what, places):
    for place in places:
        if what in place:
            return place
    raise NotFound(what, places)


def attempt(action):
    try:
        result = action()
    except NotFound as e:
        print("NotFound", e, e.what, e.args, e.where)
        return None
    except (AppError, ArithmeticError) as e:
        print(type(e).__name__, e, repr(e))
    except Exception as e:
        print("other", type(e).__name__, e, e.args)
    else:
        print("fine", result)
        return result
    finally:
        print("finally")
    return "after"


print(attempt(lambda: find("a", ["cab"])))
print(attempt(lambda: find("z", ["cab", "dog"])))
print(attempt(lambda: 1 / 0))
print(attempt(lambda: [][3]))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: undefined_name))
print(attempt(lambda: None.x))
print(attempt(lambda: None + 1))
print(attempt(lambda: 1 + "a"))
print(attempt(lambda: "a" + 1))
print(attempt(lambda: [1] + (2,)))
print(attempt(lambda: len(5)))
print(attempt(lambda: 5()))
print(attempt(lambda: find()))
print(attempt(lambda: find(1)))
print(attempt(lambda: find(1, 2, 3)))
print(attempt(lambda: find(1, what=2, places=3)))
print(attempt(lambda: find(1, [], nothing=3)))
print(attempt(lambda: int([])))
print(attempt(lambda: int("x")))
print(attempt(lambda: [1, 2].remove(3)))
print(attempt(lambda: [].pop()))
print(attempt(lambda: {}.popitem()))
print(attempt(lambda: set().pop()))
print(attempt(lambda: [1, 2].index(3)))
print(attempt(lambda: (1, 2).index(3)))
print(attempt(lambda: next(iter([]))))
print(attempt(lambda: iter(5)))
print(attempt(lambda: next(5)))
print(attempt(lambda: 5 in 5))
print(attempt(lambda: 1 < "a"))
print(attempt(lambda: [] < {}))
print(attempt(lambda: -"a"))
print(attempt(lambda: not_defined.attribute))
print(attempt(lambda: range(1.5)))
print(attempt(lambda: range(1, 2, 0)))
print(attempt(lambda: [1, 2, 3][::0]))
print(attempt(lambda: [1, 2]["a"]))
print(attempt(lambda: (1, 2)[5]))
print(attempt(lambda: {[]: 1}))
print(attempt(lambda: {1: 2}[[]]))
print(attempt(lambda: isinstance(1, 2)))
print(attempt(lambda: getattr(1, "nope")))
print(attempt(lambda: setattr(1, "nope", 2)))
print(attempt(lambda: object().x))
print(attempt(lambda: AppError.nope))
print(attempt(lambda: NotFound()))
print(attempt(lambda: Retry(3)))
print(attempt(lambda: sum(["a"])))
print(attempt(lambda: max(1)))
print(attempt(lambda: "abc".nope))
print(attempt(lambda: hash([])))
print(attempt(lambda: list(5)))
print(attempt(lambda: dict([1])))
print(attempt(lambda: dict([(1, 2, 3)])))
print(attempt(lambda: tuple(None)))
print(attempt(lambda: zip([1], 2)))
print(attempt(lambda: enumerate(3)))
print(attempt(lambda: reversed({1})))
print(attempt(lambda: sorted(3)))
print(attempt(lambda: round("a")))
print(attempt(lambda: abs("a")))
print(attempt(lambda: str(1, 2, 3, 4)))
print(attempt(lambda: print(sep=1)))
print(attempt(lambda: callable()))
print(attempt(lambda: id()))
print(attempt(lambda: 2 ** 0.5))
print(attempt(lambda: [1] * "a"))
print(attempt(lambda: "a" * 2.0))
print(attempt(lambda: "a" - "b"))
print(attempt(lambda: [1] - [1]))
print(attempt(lambda: {} + {}))
print(attempt(lambda: {1} + {2}))
print(attempt(lambda: None < None))


def raises(e):
    raise e


print(attempt(lambda: raises(Retry(7))))
print(attempt(lambda: raises(ValueError)))
print(attempt(lambda: raises(ValueError())))
print(attempt(lambda: raises(ValueError("a", 2))))
print(attempt(lambda: raises(KeyError("k"))))
print(attempt(lambda: raises(StopIteration(5))))
print(attempt(lambda: raises(5)))
print(attempt(lambda: raises(None)))
print(attempt(lambda: raises(int)))


def f(a, b=2):
    return a + b


print(attempt(lambda: f(b=1)))
print(attempt(lambda: f(1, 2, b=3)))


def local_early():
    print(value)
    value = 1


print(attempt(local_early))


def unpack(v):
    a, b = v
    return a


print(attempt(lambda: unpack([1])))
print(attempt(lambda: unpack([1, 2, 3])))
print(attempt(lambda: unpack(5)))
print(attempt(lambda: unpack("ab")))


def assertion(x):
    assert x > 0, f"x must be positive, not {x}"
    assert x < 10
    return x


print(attempt(lambda: assertion(-1)))
print(attempt(lambda: assertion(11)))
print(attempt(lambda: assertion(5)))


class Plain:
    def __init__(self, x):
        self.x = x

    def method(self, a):
        return a


print(attempt(lambda: Plain()))
print(attempt(lambda: Plain(1, 2)))
print(attempt(lambda: Plain(1).method()))
print(attempt(lambda: Plain(1).method(1, 2)))
print(attempt(lambda: Plain(1).nope))
print(attempt(lambda: Plain(1)[0]))
print(attempt(lambda: len(Plain(1))))
print(attempt(lambda: Plain(1)()))
print(attempt(lambda: Plain(1) + 1))
print(attempt(lambda: Plain(1) < Plain(2)))
print(attempt(lambda: iter(Plain(1))))
print(attempt(lambda: 1 in Plain(1)))
print(attempt(lambda: Plain.method()))
print(attempt(lambda: super()))
