"""A row whose object is dead.

A dict of weak references does not clean up after itself. Watch the ring: the row stays, and answers None."""
import weakref

class Session:
    pass

sessions = {}
alice = Session()
sessions["alice"] = weakref.ref(alice)

# While it lives, the reference answers with the object.
assert sessions["alice"]() is alice

# The object dies. The row does not know.
del alice
assert "alice" in sessions

# So a look-up finds the row, and then nothing.
found = sessions["alice"]()
assert found is None

# A callback can take the row away in time.
bob = Session()
sessions["bob"] = weakref.ref(bob, lambda dead: sessions.pop("bob"))
del bob
assert "bob" not in sessions
