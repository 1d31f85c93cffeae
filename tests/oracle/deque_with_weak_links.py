"""Linked list with iterators by index, a doubly linked deque, and cycle collection."""
import gc
import weakref


class DNode:
    """One item; the link backwards is weak."""
    alive = 0

    def __init__(self, value, before=None):
        self.value = value
        self._before = None if before is None else weakref.ref(before)
        self.after = None
        DNode.alive += 1

    @staticmethod
    def count():
        return DNode.alive

    def before(self):
        return self._before() if self._before else None

    def __del__(self):
        DNode.alive -= 1


class Deque:
    def __init__(self, items=()):
        self.head = self.tail = None
        self.size = 0
        for item in items:
            self.push(item)

    def push(self, value):
        node = DNode(value, self.tail)
        if self.tail:
            self.tail.after = node
        else:
            self.head = node
        self.tail = node
        self.size += 1
        return node

    def pop(self):
        if self.tail is None:
            raise IndexError("pop from an empty deque")
        node = self.tail
        self.tail = node.before()
        if self.tail is None:
            self.head = None
        else:
            self.tail.after = None
        self.size -= 1
        return node.value

    def shift(self):
        node, self.head = self.head, self.head.after
        if self.head is None:
            self.tail = None
        else:
            self.head._before = None
        self.size -= 1
        return node.value

    def __getitem__(self, index):
        if index < 0:
            index += self.size
        node = self.head
        while node and index:
            node, index = node.after, index - 1
        if node is None:
            raise IndexError(index)
        return node.value

    def __len__(self):
        return self.size

    def __contains__(self, value):
        return value in list(self)

    def __repr__(self):
        return f"Deque({[x for x in self]!r})"


d = Deque("abcd")
print(d, len(d), d[0], d[-1], "c" in d, "z" in d, DNode.count())
print(d.pop(), d.shift(), d, DNode.count())
middle = d.head
print(middle.before(), middle.after.before() is middle, middle.after.value)
d.pop(), d.pop()
print(d, bool(d), DNode.count(), middle.after)
try:
    d.pop()
except IndexError as e:
    print(e)
del middle
print(DNode.count())
ring = Deque(range(5))
ring.tail.after = ring.head
first = weakref.ref(ring.head)
del ring
print(DNode.count(), first().value, first().before())
print(gc.collect() > 0, DNode.count(), first())
long = Deque(range(30))
print(sum(list(long)[:10]), DNode.count())
long = None
print(DNode.count())
