"""A cache of weak references, by hand.

Watch Date._cache: its row looks at the date
and does not hold it. The last holder takes both away."""
import sys
import weakref

# The cache is a dict in the class; its values are weak references.
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

# The first of its key: made, and noted in the cache.
a = Date(2022, 12,3)
print(f"reference count {a} : {sys.getrefcount(a)-1}")

# A second name; the cache is not asked.
b = a # look up in dict and create a hard ref by calling weakref.ref()
print(f"reference count {a} : {sys.getrefcount(a)-1}")

Date._cache

a is b

# One holder goes.
del b

print(f"reference count {a} : {sys.getrefcount(a)-1}")

# The last holder goes: __del__ runs, and the row goes with it.
del a

Date._cache
