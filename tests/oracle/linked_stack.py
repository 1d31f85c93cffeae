"""A stack of nodes that dies head first, walked over by __getitem__."""


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __del__(self):
        print("~", self.value)


class Stack:
    def __init__(self, items=()):
        self.top = None
        self.size = 0
        for item in items:
            self.push(item)

    def push(self, item):
        self.top = Node(item, self.top)
        self.size += 1

    def pop(self):
        if self.top is None:
            raise IndexError("pop from an empty stack")
        node = self.top
        self.top = node.next
        self.size -= 1
        return node.value

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if not 0 <= index < self.size:
            raise IndexError(index)
        node = self.top
        for _ in range(index):
            node = node.next
        return node.value


s = Stack("abc")
print(s.pop(), len(s), [x for x in s], "b" in s, bool(s))
print(list(reversed([x for x in s])), s[0], tuple(s))
while s:
    print("popped", s.pop())
try:
    s.pop()
except IndexError as e:
    print(repr(e))
t = Stack(range(4))
node = t.top
t = None
print("kept", node.value)
node = node.next.next
print("end")
