"""A container within its own text stands as [...], also where a __repr__ of the scenario's is between."""


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.extra = None

    def __repr__(self):
        return f"{self.name}{self.children}"


class Wraps:
    def __repr__(self):
        return repr(self.within)


class Tells(Exception):
    def __repr__(self):
        return "<" + super().__repr__() + ">"

    def __str__(self):
        return "<" + super().__str__() + ">"


class Brief(Exception):
    __str__ = Exception.__repr__


root = Node("root")
child = Node("child")
root.children.append(child)
child.children.append(root)
print(root)
print(child, root.children)

by_name = {"root": root}
child.children.append(by_name)
print(by_name)
child.children.append(by_name.values())
print(str(by_name), f"{by_name!r}")

wraps = Wraps()
wraps.within = {wraps}
print(wraps, wraps.within)
wraps.within = frozenset([wraps])
print(wraps, wraps.within)
wraps.within = (wraps, 1)
print(wraps, wraps.within)

error = ValueError(1, 2)
error.args = (error, 3)
print(error, repr(error), [error])
error.args = ([error],)
print(error, repr(error), error.args)
error.args = (error,)
try:
    print(repr(error))
except RecursionError as too_deep:
    print(too_deep)
try:
    print(error)
except RecursionError as too_deep:
    print(too_deep)
key = KeyError(5)
key.args = (key, key)
print(key, repr(key))

tells = Tells(1, 2)
print(tells, [tells], f"{tells!r} {tells}", Exception.__repr__(Tells(5)))
print(Brief("text"), Brief(), [Brief(1, 2)])
try:
    Exception.__repr__()
except TypeError as missing:
    print(missing)
try:
    Exception.__str__("text")
except TypeError as other:
    print(other)
