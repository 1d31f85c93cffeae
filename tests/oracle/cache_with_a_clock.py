"""A cache whose entries expire, driven by a clock made of closures: nonlocal, defaults, a weak second level."""
import weakref
def make_clock(start=0):
    now = start
    def tick(by=1):
        nonlocal now
        now += by
        return now
    def time():
        return now
    return tick, time
tick, time = make_clock(100)
class Entry:
    def __init__(self, value, until): self.value, self.until = value, until
    def __repr__(self): return f'Entry({self.value}, {self.until})'
class Expiring:
    def __init__(self, ttl, clock=time):
        self.ttl, self.clock, self.entries, self.weak = ttl, clock, {}, weakref.WeakValueDictionary()
    def set(self, key, value, ttl=None):
        self.entries[key] = Entry(value, self.clock() + (ttl or self.ttl))
        self.weak[key] = value
        return value
    def get(self, key, default=None, refresh=False):
        self.sweep()
        if key in self.entries:
            entry = self.entries[key]
            if refresh: entry.until = self.clock() + self.ttl
            return entry.value
        again = self.weak.get(key)
        if again is not None:
            print('revived', key)
            return self.set(key, again)
        return default
    def sweep(self):
        for key in [k for k, e in self.entries.items() if e.until <= self.clock()]:
            del self.entries[key]
    def __len__(self): return len(self.entries)
    def __contains__(self, key): return self.get(key) is not None
class Doc:
    def __init__(self, title): self.title = title
    def __del__(self): print('free', self.title, 'at', time())
    def __repr__(self): return self.title
c = Expiring(10)
c.set('a', Doc('A')); c.set('b', Doc('B'), ttl=3); used = c.set('c', Doc('C'), 1)
print(len(c), c.entries)
tick(5)
print(c.get('a', refresh=True), c.get('b'), c.get('c'), len(c), 'b' in c)
tick(9)
print(c.get('a'), 'a' in c, sorted(c.weak.keys()))
tick(1); c.sweep()
print(sorted(c.weak.keys()), len(c), bool(c))
del used
tick(100)
print(c.entries, len(c.weak))
c.sweep()
print(c.entries, len(c.weak), c.get('c', 'gone'))
counter = {}
def count(key, step=[0]):
    step[0] += 1
    counter[key] = counter.get(key, 0) + step[0]
    return lambda: (key, counter[key], step[0])
fs = [count(k) for k in 'xyx']
print([f() for f in fs], counter)
