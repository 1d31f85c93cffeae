"""A spreadsheet whose cells know their users weakly: recalculation, and errors out of closures."""
import weakref
import gc
class Cell:
    def __init__(self, sheet, name, formula):
        self.sheet = weakref.ref(sheet)
        self.name = name
        self.formula = formula
        self.users = weakref.WeakSet()
        self.cached = None
        self.dirty = True

    def value(self, asking=None):
        if asking is not None:
            self.users.add(asking)
        if self.dirty:
            if callable(self.formula):
                self.cached = self.formula(lambda name: self.sheet()[name].value(self))
            else:
                self.cached = self.formula
            self.dirty = False
            print('  calc', self.name, '=', self.cached)
        return self.cached

    def touch(self):
        self.dirty = True
        for user in sorted(self.users, key=lambda c: c.name):
            user.touch()

    def __del__(self):
        print('  drop', self.name)

class Sheet:
    def __init__(self): self.cells = {}
    def __getitem__(self, name):
        try: return self.cells[name]
        except KeyError: raise LookupError('no cell ' + name) from None
    def put(self, name, formula):
        old = self.cells.get(name)
        self.cells[name] = cell = Cell(self, name, formula)
        if old:
            cell.users = old.users
            cell.touch()
        return cell
    def show(self): return ' '.join([f'{n}={c.value()}' for n, c in sorted(self.cells.items())])

s = Sheet()
s.put('a', 2); s.put('b', 3)
s.put('sum', lambda get: get('a') + get('b'))
s.put('avg', lambda get: get('sum') / 2)
print(s.show())
s.put('a', 10)
print(s.show())
print([len(c.users) for c in s.cells.values()])
del s.cells['avg']
print([len(c.users) for c in s.cells.values()], len(s['sum'].users))
s.put('bad', lambda get: get('nothing'))
try:
    s.show()
except LookupError as e:
    print(e, e.__cause__, e.__suppress_context__, repr(e.__context__))
del s.cells['bad']
gc.collect()
s.put('self', lambda get: get('sum') * 2)
sheet, s = weakref.ref(s), None
print(sheet())
