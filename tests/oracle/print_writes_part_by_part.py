"""print() writes each part before it asks the next one for its text."""


class Speaks:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("asked", self.name, end="; ")
        return self.name


class Nests:
    def __repr__(self):
        print("outer", Speaks("inner"), sep=", ")
        return "nests"


class Fails:
    def __str__(self):
        raise ValueError("no text")


class Dies:
    def __str__(self):
        return "dies"

    def __del__(self):
        print("gone")


print("a", Speaks("b"), "c")
print(Speaks("d"), Speaks("e"), sep="-", end="!\n")
print("list", [Nests(), 1], "end")
try:
    print("a", "b", Fails(), "c")
except ValueError as error:
    print("|", error)
try:
    print("x", [Nests()], Fails(), sep="/")
except ValueError as error:
    print("|", error)
print(Dies(), "and", Dies())
error = ValueError(1)
error.args = (error,)
try:
    print("text:", error)
except RecursionError as too_deep:
    print("|", too_deep)
