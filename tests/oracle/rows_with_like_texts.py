"""Keys that are not equal are rows of their own, also if their texts are alike."""
from tetherscope import weak_cached


@weak_cached
class W:
    n: int
    owner: object = None


class Owner:
    def __repr__(self):
        return "an owner"


one = Owner()
two = Owner()
a = W(2, one)
b = W(2, two)
c = W(2, one)
print(a is b, a is c)
d = W(2, a)
e = W(2, b)
print(d is e)
a = None
c = None
d = None
a = W(2, one)
