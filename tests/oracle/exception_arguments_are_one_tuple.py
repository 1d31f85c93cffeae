"""args is the same tuple each time, held by the exception; __init__ of BaseException replaces it."""


class N:
    pass


class E(Exception):
    def __init__(self, what):
        super().__init__("E")
        self.what = what


n = N()
try:
    raise ValueError(n, [n])
except ValueError as e:
    kept = e
args = kept.args
print(args is kept.args, len(args))
kept = None
args = None
try:
    raise KeyError(1) from E(n)
except KeyError as e:
    kept = e
print(kept.__cause__.args, ValueError().args)
kept = E(n)
args = kept.args
kept = None
