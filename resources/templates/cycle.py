"""Two objects that hold each other.

No name reaches them any more, and yet neither count is zero: the collector has to come.
"""
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


left = Node("left")
right = Node("right")
left.other = right
right.other = left

del left
del right

print(gc.collect())
