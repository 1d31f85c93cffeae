"""One row, one object.

A session hands out the same object for the same row of the database, as long as somebody uses it. Watch the map forget."""
from weakref import WeakValueDictionary, ref

class User:
    def __init__(self, key):
        self.key = key
        self.name = "user " + str(key)

class Session:
    def __init__(self):
        self.seen = WeakValueDictionary()
        self.changed = []

    def get(self, key):
        user = self.seen.get(key)
        if user is None:
            user = User(key)
            self.seen[key] = user
        return user

    def rename(self, user, name):
        user.name = name
        self.changed.append(user)

    def commit(self):
        self.changed.clear()

session = Session()
ann = session.get(1)
same = session.get(1)
assert same is ann

# What was changed must not be lost: the session holds it.
session.rename(ann, "Ann")
watch = ref(ann)
del ann, same
assert session.get(1).name == "Ann"

# Once it is written, nobody holds it any more.
session.commit()
assert watch() is None
assert len(session.seen) == 0
