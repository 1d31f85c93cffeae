"""Living references are equal if their objects say so, even two of one object; methods ask before their functions."""
from weakref import WeakMethod, ref


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        print("eq", self.x, other.x)
        return self.x == other.x and self.x != 13

    def __hash__(self):
        print("hash", self.x)
        return hash(self.x)

    def show(self):
        return self.x

    def other(self):
        return -self.x


a = Point(5)
plain, called, again = ref(a), ref(a, print), ref(a, print)
print(plain == called, called == again, plain == plain, plain != called, len({plain, called, again}))
odd = Point(13)
print(ref(odd) == ref(odd), ref(odd) == ref(odd, print), ref(odd) in [ref(odd)])
b = Point(5)
show, same, other = WeakMethod(a.show), WeakMethod(b.show), WeakMethod(a.other)
print(show == same, show == other, show == plain, plain == show, show != same)


def late(self):
    return "late"


Point.late = late
first, second = WeakMethod(a.late), WeakMethod(a.late)
print(first == second)
del late, Point.late
print(first == second, first == first, first(), second == first)
del a, b
print(plain == called, plain == plain, show == same, show == show)
for wrong in ([].append, print, Point, 5):
    try:
        WeakMethod(wrong)
    except TypeError as e:
        print(e)
