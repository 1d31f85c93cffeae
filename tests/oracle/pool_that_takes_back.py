"""__del__ gives an object back to its pool."""
import weakref


class Connection:
    made = 0

    def __init__(self, pool):
        Connection.made += 1
        self.number = Connection.made
        self.pool = weakref.ref(pool)

    def __del__(self):
        pool = self.pool()
        if pool is not None and len(pool.free) < pool.limit:
            print("back to the pool:", self.number)
            pool.free.append(self)
        else:
            print("closed:", self.number)

    def __repr__(self):
        return f"#{self.number}"


class Pool:
    def __init__(self, limit):
        self.limit = limit
        self.free = []

    def take(self):
        return self.free.pop() if self.free else Connection(self)


pool = Pool(2)
a, b, c = pool.take(), pool.take(), pool.take()
print(a, b, c)
del a
del b
print(pool.free)
c = None
d = pool.take()
print(d, pool.free)
d = None
print(pool.free)
pool.free.clear()
e = pool.take()
pool = None
e = None
