"""A name takes its place in the order of its class's attributes when it is deleted for the first time, in vain."""


class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Whole:
    pass


class Other:
    pass


whole = Whole()
try:
    del whole.b
except AttributeError as error:
    print(error)
whole.a = Part("a")
whole.b = Part("b")
del whole
other = Other()
other.a = Part("a")
other.b = Part("b")
del other
