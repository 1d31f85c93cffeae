"""A dying object takes its successor's row.

Watch the dict when the collector ends the first Date: the row it removes is no longer its own."""
import gc
import weakref

class Date:
    _cache = { }
    
    @staticmethod
    def __new__(cls, year, month, day):
        
        selfref = Date._cache.get((year,month,day))
        if not selfref:
            self = super().__new__(cls)
            self.year = year
            self.month = month
            self.day = day
            Date._cache[year,month,day] = weakref.ref(self) # return a hard ref to the object
        else:
            self = selfref() # return a hard ref to the object
            
        return self
    
    def __init__(self, year, month, day):
        pass
        
    def __del__(self):
        print(f"{self} delete")
        del Date._cache[self.year,self.month,self.day] # clear cache

old = Date(2022, 12, 3)

# An object that holds itself outlives its last name.
old.me = old
Date._cache.clear()
del old

# The cache does not know that the first one still lives.
new = Date(2022, 12, 3)

# Its __del__ runs now, and removes by key, not by object.
gc.collect()

twin = Date(2022, 12, 3)
assert new is not twin
