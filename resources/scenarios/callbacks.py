"""Being told of a death.

A weak reference can have a callback. Watch the order: __del__ first, then the callbacks, the newest first."""
import weakref

class Job:
    def __del__(self):
        print("job: __del__")

def first(dead):
    print("first callback, answer:", dead())

def second(dead):
    print("second callback")

job = Job()
one = weakref.ref(job, first)
two = weakref.ref(job, second)

# References without a callback are shared, these are not.
assert one is not two
del job

# A reference that is gone itself is never told.
job = Job()
gone = weakref.ref(job, first)
del gone
del job
