"""A cache with a list of nodes behind it: look-ups, evictions, its text."""


class Node:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.prev = self.next = None

    def __repr__(self):
        return f"Node({self.key!r}: {self.value!r})"


class LRU:
    def __init__(self, capacity=3):
        self.capacity = capacity
        self.map = {}
        self.head = Node(None, None)
        self.tail = Node(None, None)
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def __len__(self):
        return len(self.map)

    def __contains__(self, key):
        return key in self.map

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev
        node.prev = node.next = None

    def _push(self, node):
        first = self.head.next
        self.head.next = first.prev = node
        node.prev, node.next = self.head, first

    def get(self, key, default=None):
        if key not in self.map:
            self.misses += 1
            return default
        self.hits += 1
        node = self.map[key]
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key, value):
        if key in self:
            self._unlink(self.map[key])
        elif len(self) >= self.capacity:
            old = self.tail.prev
            self._unlink(old)
            del self.map[old.key]
            print("evict", old)
        node = self.map[key] = Node(key, value)
        self._push(node)

    def __getitem__(self, key):
        missing = object()
        value = self.get(key, missing)
        if value is missing:
            raise KeyError(key)
        return value

    def __repr__(self):
        parts = []
        node = self.head.next
        while node is not self.tail:
            parts.append(f"{node.key}={node.value}")
            node = node.next
        return "LRU(" + ", ".join(parts) + ")"


c = LRU()
for i, w in enumerate("alpha beta gamma delta".split(), start=1):
    c.put(w, i * i)
    print(c)
print(c.get("alpha", "gone"), c["beta"], c)
try:
    c["alpha"]
except KeyError as e:
    print("KeyError", e, e.args)
c.put("gamma", [1, 2.5, (3,)])
print(c, c.hits, c.misses, f"{c.hits / (c.hits + c.misses):.1%}")
