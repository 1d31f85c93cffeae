"""A cache of weak references, made by hand.

Watch the row of Date._cache: its reference adds nothing to the count, and __del__ takes the row away."""
import sys
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

# Nobody has this date yet: __new__ makes it and leaves a weak reference in the cache.
a = Date(2022, 12,3)
print(f"reference count {a} : {sys.getrefcount(a)-1}")

b = a # look up in dict and create a hard ref by calling weakref.ref()
print(f"reference count {a} : {sys.getrefcount(a)-1}")

Date._cache

a is b

# One of two holders goes: the date stays, and so does its row.
del b

print(f"reference count {a} : {sys.getrefcount(a)-1}")

# The last holder goes: __del__ runs and removes the row.
del a

Date._cache
