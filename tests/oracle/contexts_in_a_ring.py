"""Exceptions that are their own contexts: a raise walks a ring once, and cuts the one that it would close."""


def caught(action):
    try:
        action()
    except Exception as e:
        return e


def raise_while_handling(first, second):
    try:
        raise first
    except Exception:
        raise second


own = RuntimeError("own")
own.__context__ = own
for n in range(3):
    e = caught(lambda: raise_while_handling(own, ValueError(n)))
    print(repr(e.__context__), e.__context__.__context__ is own)
a, b, c = KeyError("a"), KeyError("b"), KeyError("c")
a.__context__ = b
b.__context__ = c
c.__context__ = b
e = caught(lambda: raise_while_handling(a, ValueError("ring")))
print(e.__context__ is a, a.__context__ is b, b.__context__ is c, c.__context__ is b)
e = caught(lambda: raise_while_handling(a, c))
print(e is c, c.__context__ is a, b.__context__, a.__context__ is b)
e = caught(lambda: raise_while_handling(c, a))
print(e is a, a.__context__ is c, c.__context__)
own.args = (own, [own])
print(repr(own), str(own))
