"""What a slice with a step lets go dies first to last, when the list is as it shall be: in the order of the indices
where it is deleted, in the order of the slice where it is assigned. A plain slice lets go last to first."""


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, [item if item is None else item.n for item in items])

    def __repr__(self):
        return f"N({self.n})"


class Clears(N):
    def __del__(self):
        super().__del__()
        items.clear()


def filled(count):
    return [N(n) for n in range(count)]


items = []
items = filled(6)
del items[::2]
print(items)
items = filled(6)
del items[::-2]
print(items)
items = filled(4)
del items[1:3]
print(items)
items = filled(4)
del items[3:0:-1]
print(items)
items = filled(5)
items[::2] = [None, N("a"), None]
print(items)
items = filled(4)
items[::-1] = [None, N("b"), None, N("c")]
print(items)
items = filled(3)
items[::-1] = items
print(items)
items = [Clears("first"), N(1), Clears("second"), N(3)]
items[::2] = [None, None]
print(items)
items = [Clears("first"), N(1), Clears("second"), N(3)]
del items[::2]
print(items)
items = filled(3)
for wrong in (5, [1], N("no list"), "abc"):
    try:
        items[::2] = wrong
    except (TypeError, ValueError) as e:
        print(e)
    try:
        items[::0] = wrong
    except (TypeError, ValueError) as e:
        print(e)
    try:
        items[3:1] = wrong if wrong == 5 else []
    except (TypeError, ValueError) as e:
        print(e)
wrong = None
print(items)
items = []
