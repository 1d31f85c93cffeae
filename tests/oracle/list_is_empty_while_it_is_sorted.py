"""A key function sees an empty list; what it puts there goes, last first; keys die from the least on."""


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"I{self.n}"

    def __del__(self):
        print("del", self)


def key_with_company(item):
    print("key", item, items)
    return item.n, Item(item.n + 100)


def adding(item):
    items.append(Item(item.n + 200))
    return item.n


def adding_and_taking(item):
    items.append(item)
    items.pop()
    return item.n


def failing(item):
    items.append(Item(item.n + 300))
    if item.n == 2:
        raise ValueError("no key")
    return item.n, Item(item.n + 400)


def sorted_inside(item):
    items.sort()
    items.clear()
    items.reverse()
    items.extend([])
    return -item.n


items = [Item(3), Item(1), Item(2)]
items.sort(key=key_with_company)
print(items)
items.sort(key=key_with_company, reverse=True)
print(items)
for key in (adding, adding_and_taking, failing, sorted_inside):
    try:
        items.sort(key=key)
    except ValueError as e:
        print(e)
    print(items)
print(sorted(items, key=key_with_company))
numbers = [3, 1, 2]
numbers.sort(key=lambda n: len(numbers))
print(numbers)
items.clear()
print("end")
