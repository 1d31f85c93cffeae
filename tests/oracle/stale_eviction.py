"""A dying object takes away the row of its successor."""
import gc
import weakref

class Date:
    _cache = {}

    @staticmethod
    def __new__(cls, year, month, day):
        selfref = Date._cache.get((year, month, day))
        if not selfref:
            self = super().__new__(cls)
            self.year = year
            self.month = month
            self.day = day
            Date._cache[year, month, day] = weakref.ref(self)
        else:
            self = selfref()
        return self

    def __del__(self):
        print("delete", self.year)
        del Date._cache[self.year, self.month, self.day]

old = Date(2022, 12, 3)
old.me = old
Date._cache.clear()
del old
new = Date(2022, 12, 3)
gc.collect()
twin = Date(2022, 12, 3)
assert new is not twin
print(len(Date._cache))
