"""A class whose objects are shared by key.

The cache hands the same object out again while somebody holds it, and forgets it then.
"""
from tetherscope import weak_cached


@weak_cached
class Date:
    year: int
    month: int
    day: int


a = Date(2022, 12, 3)
b = Date(2022, 12, 3)
print(a is b)

del a
del b
