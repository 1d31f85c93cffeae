"""list.extend and += take item by item: what has come is in the list, also when the next one fails."""


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"I{self.n}"

    def __del__(self):
        print("del", self)


class Source:
    def __getitem__(self, index):
        print("asked", index, items)
        if index == 2:
            raise ValueError("broken")
        return Item(index)


def made(n):
    print("made", n, items)
    return Item(n) if n < 3 else 1 // 0


def lazily(generator):
    return generator


items = []
for source in (Source(), lazily(made(n) for n in range(5)), zip([Item(7)], lazily(made(n) for n in range(2)))):
    try:
        items.extend(source)
    except (ValueError, ZeroDivisionError) as e:
        print(e)
    print(items)
source = None
try:
    items += Source()
except ValueError as e:
    print(e)
print(items)
items[:] = []
try:
    items[0:0] = lazily(made(n) for n in range(2, 5))
except ZeroDivisionError as e:
    print(e)
try:
    items[0:0] = lazily(n + "" for n in range(2))
except TypeError as e:
    print(e)
print(items)
items.extend(items)
items.extend(iter([1, 2]))
items += items
print(items)
