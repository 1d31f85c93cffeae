"""A session that gives one object for one row, and writes what has changed."""
import weakref


class Session:
    def __init__(self):
        self.identity = weakref.WeakValueDictionary()
        self.dirty = set()
        self.loads = 0

    def get(self, cls, key):
        found = self.identity.get((cls.__name__, key))
        if found is None:
            self.loads += 1
            found = cls(self, key)
            self.identity[cls.__name__, key] = found
        return found

    def commit(self):
        for row in sorted(self.dirty, key=lambda r: (type(r).__name__, r.key)):
            print("UPDATE", row)
        self.dirty.clear()


class Row:
    fields = ()

    def __init__(self, session, key):
        self.session = weakref.proxy(session)
        self.key = key
        self.values = {name: None for name in type(self).fields}

    def set(self, name, value):
        if name not in self.values:
            raise AttributeError(f"{type(self).__name__} has no field {name!r}; choose one of {', '.join(self.values)}")
        self.values[name] = value
        self.session.dirty.add(self)
        return self

    def __repr__(self):
        pairs = ", ".join(f"{k}={v!r}" for k, v in self.values.items() if v is not None)
        return f"<{type(self).__name__} #{self.key:03d} {pairs or 'empty'}>"

    def __hash__(self):
        return self.key


class User(Row):
    fields = ("name", "mail")


class Order(Row):
    fields = ("user", "total")


s = Session()
u = s.get(User, 7)
assert u is s.get(User, 7)
u.set("name", "Ada").set("mail", "ada@example.org")
o = s.get(Order, 12).set("user", u).set("total", 99.5)
s.commit()
try:
    o.set("colour", 1)
except AttributeError as e:
    print(e)
print(len(s.identity), s.loads)
del u
print(sorted(s.identity.keys()))
del o
print(len(s.identity))
r = s.get(User, 7)
print(r, s.loads)
try:
    User(s, 8).set("name", "x")
    s.commit()
finally:
    print("done")
