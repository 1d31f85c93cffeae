"""Weak key annotations: data attached to objects of others."""
import weakref, gc

class Foreign:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'F%d'.replace('%d', str(self.n))

class Equal(Foreign):
    def __eq__(self, other): return isinstance(other, Equal) and other.n == self.n
    def __hash__(self): return self.n * 7

class Annotated:
    def __init__(self, default):
        self.default = default
        self.data = weakref.WeakKeyDictionary()
    def of(self, obj): return self.data.get(obj, self.default)
    def note(self, obj, value):
        old = self.data.pop(obj, None)
        self.data[obj] = value
        return old
    def summary(self): return sorted([(k.n, v) for k, v in self.data.items()])

marks = Annotated(default='-')
fs = [Foreign(i) for i in range(3)]
es = [Equal(5), Equal(5), Equal(6)]
for o in fs + es:
    print(o, marks.note(o, 'm%s'.replace('%s', str(o.n))), len(marks.data))
print(marks.summary())
first, second = es[0], es[1]
del es[0], first
print(len(marks.data), marks.of(second), second in marks.data)
marks.note(second, 'again')
print(marks.summary())
del fs[0]
print(marks.summary(), marks.of(fs[0]), marks.of(Foreign(9)))
try:
    marks.note('text', 1)
except TypeError as e:
    print(e)
try:
    del marks.data[fs[1]], marks.data[fs[1]]
except KeyError as e:
    print('KeyError', type(e.args[0]).__name__ )
o = Foreign(77)
marks.note(o, [o])
del o
gc.collect()
print(marks.summary()[-1][0], 'is kept by its own value')
for k in list(marks.data): marks.data[k] = None
gc.collect()
k = None
print(marks.summary(), len(marks.data))
w = weakref.WeakKeyDictionary(marks.data)
print(w == marks.data, len(w), sorted(x.n for x in w))
second = es = fs = None
print(len(w), len(marks.data), w == {}, bool(w))
