"""A cache that keeps nothing alive.

Watch the count on the card, and the row
in the cache that only looks on."""
from tetherscope import weak_cached

@weak_cached
class Date:
    year: int
    month: int
    day: int

# Nobody has this date yet: it is made.
a = Date(2022, 12, 3)
other = Date(2024, 2, 29)

# Asked for again while a still holds it:
# the cache hands out the same object.
b = Date(2022, 12, 3)
print(a is b)

# One of two holders goes. Does the row?
del a
# And now?
del b

c = Date(2022, 12, 3)
