"""Calls and attributes in a loop."""


class Counter:
    def __init__(self):
        self.total = 0
        self.last = None

    def add(self, item):
        self.total += item.size
        self.last = item
        return self.total


class Item:
    def __init__(self, size):
        self.size = size


def made(size):
    item = Item(size)
    return item


counter = Counter()
n = 0
while n < 6000:
    counter.add(made(n))
    n += 1
assert counter.total == 17997000
