"""Objects that come and go, and weak references that watch them."""
import weakref


class Node:
    def __init__(self, n, next):
        self.n = n
        self.next = next

    def __del__(self):
        dead.append(self.n)


def gone(reference):
    gone_count[0] += 1


dead = []
gone_count = [0]
cache = weakref.WeakValueDictionary()
head = None
for n in range(4000):
    head = Node(n, head)
    cache[n % 40] = head
    watcher = weakref.ref(head, gone)
    other = cache.get((n * 7) % 40)
    same = watcher()
    other = None
    if n % 10 == 9:
        head = None
        same = None
assert len(dead) == 4000
