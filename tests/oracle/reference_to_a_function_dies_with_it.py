"""A weak reference to a function or a bound method looks at it, and is dead when it is."""
from weakref import WeakKeyDictionary, WeakSet, ref


class Panel:
    def clicked(self):
        return 1


def plain():
    return 2


def other():
    return 3


panel = Panel()
at_once = ref(panel.clicked)
print(at_once())
kept = panel.clicked
to_kept = ref(kept)
print(to_kept()() if to_kept() else None)
to_plain = ref(plain)
calls = [plain, other]
again = WeakSet(calls)
owners = WeakKeyDictionary()
owners[other] = panel
del kept
print(to_kept() is None)
del plain
print(to_plain() is None, len(again))
calls.clear()
print(to_plain() is None, len(again))
del other
print(len(again), len(owners))
to_class = ref(Panel)
print(to_class() is Panel)
frozen = frozenset([1, 2])
to_frozen = ref(frozen)
print(to_frozen() is frozen)
del frozen
print(to_frozen())
