"""A class under @weak_cached: hits, misses, defaults, keywords, eviction."""
import sys
import weakref
from tetherscope import weak_cached

@weak_cached
class Date:
    year: int
    month: int = 1
    day: int = 1

    def __repr__(self):
        return f"Date({self.year}, {self.month}, {self.day})"

    def __del__(self):
        print("bye", self)

a = Date(2022)
b = Date(2022, 1, 1)
c = Date(day=1, year=2022)
print(a is b, a is c, sys.getrefcount(a) - 1, a, a.year, a.month)
d = Date(2022, 2)
print(d is a, d)
r = weakref.ref(a, lambda ref: print("gone"))
del a, b
print("one left")
del c
print(r())
a = Date(2022)
print(a)
for bad in (lambda: Date(), lambda: Date(1, 2, 3, 4), lambda: Date(1, year=2), lambda: Date(1, century=3), lambda: Date([])):
    try:
        bad()
    except TypeError as error:
        print(error)
try:
    a.year = 3
except AttributeError as error:
    print(error)
a.note = "free"
print(a.note)

@weak_cached
class Keep:
    name: str

    def __del__(self):
        kept.append(self)

kept = []
Keep("k")
print(len(kept), kept[0].name)
again = Keep("k")
print(again is kept[0])
