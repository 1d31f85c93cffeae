"""A dictionary that keeps nothing alive.

Its entry goes with the last strong reference to the value.
"""
import weakref


class Picture:
    def __init__(self, file):
        self.file = file


shown = weakref.WeakValueDictionary()

wall = Picture("wall.png")
shown["wall"] = wall
print(len(shown), shown["wall"] is wall)

del wall
print(len(shown), "wall" in shown)
