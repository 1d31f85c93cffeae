"""Exceptions: matching, chaining, texts."""
class Fault(Exception):
    def __init__(self, code, text="?"):
        super().__init__(code, text)
        self.code = code
class Quiet(Fault):
    def __str__(self): return f"quiet {self.code}"
for make in (lambda: Fault(1), lambda: Quiet(2, "x"), lambda: ValueError(), lambda: ValueError("a"), lambda: ValueError("a", 1), lambda: KeyError("k"), lambda: KeyError((1, 2)), lambda: StopIteration(5)):
    e = make()
    print(repr(e), "|", str(e), "|", e.args)
def check(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup", type(e).__name__
    except Quiet as e:
        return "quiet", e.code
    except Fault as e:
        return "fault", e.args
    except Exception as e:
        return "other", e
print(check(KeyError(1)), check(IndexError), check(Quiet(3)), check(Fault(4)), check(RuntimeError("r")))
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
except ValueError as e:
    print(repr(e.__context__), e.__cause__)
try:
    try:
        raise KeyError("first")
    except KeyError as first:
        raise ValueError("second") from first
except ValueError as e:
    print(repr(e.__cause__), e.__context__ is e.__cause__)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(e.__cause__, e.__context__)
def again():
    try:
        raise KeyError("k")
    except KeyError:
        raise
try:
    again()
except LookupError as e:
    print("again", e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    assert 1 > 2, ("message", 3)
except AssertionError as e:
    print(e, e.args)
try:
    assert False
except AssertionError as e:
    print(repr(e))
order = []
def run():
    try:
        order.append("try")
        try:
            raise KeyError
        finally:
            order.append("inner")
    except KeyError:
        order.append("except")
    else:
        order.append("else")
    finally:
        order.append("outer")
run(); print(order)
def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"
print(swallow(), issubclass(KeyError, LookupError), isinstance(ZeroDivisionError(), ArithmeticError))
