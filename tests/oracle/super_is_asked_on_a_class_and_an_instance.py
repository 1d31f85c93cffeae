"""`super(C, self)` is what `super()` says in a method of C; what is no instance of the class is refused by both."""


class A:
    def f(self):
        return "A"

    @classmethod
    def made(cls):
        return "made A as " + cls.__name__


class B(A):
    def f(self):
        return "B" + super(B, self).f()

    @classmethod
    def made(cls):
        return "B " + super(B, cls).made()


class C(B):
    def f(self):
        return "C" + super(C, self).f() + super(B, self).f()

    def plain(self):
        return super().f()


print(C().f(), B.made(), C.made(), C().plain(), super(C, C()).f(), super(B, C).made())
for cls, on in ((B, A()), (1, A()), (B, A), (C, B()), (A, 5)):
    try:
        print(super(cls, on).f())
    except TypeError as e:
        print(e)
for other in (B(), 5, B):
    try:
        print(C.plain(other))
    except TypeError as e:
        print(e)
try:
    super(A, A()).f()
except AttributeError as e:
    print(e)
