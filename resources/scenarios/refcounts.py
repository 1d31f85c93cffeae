"""Counting references.

Watch the number on the card: names add to it, a weak reference does not."""
import sys
import weakref

class MyObject:
    pass

# One name, one reference.
o = MyObject()
print(f"reference count {o} : {sys.getrefcount(o)-1}")

# A second name for the same object: no copy is made.
o_bis = o
print(f"reference count {o} : {sys.getrefcount(o)-1}")

o_ref = weakref.ref(o)
o_ref

# when creating a weak reference to an object, it doesn't incrase the reference count
print(f"reference count {o} : {sys.getrefcount(o)-1}")

# however when calling the weak reference, it creates a "hard reference" and increase the reference count
o_ter = o_ref()
print(f"reference count {o} : {sys.getrefcount(o)-1}")
