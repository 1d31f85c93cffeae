"""zip() puts each item into its tuple as it gets it, also if another iterator ends then: the item stays."""


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


left = [N(1), N(2), N(3)]
right = [N(4)]
pairs = zip(left, right)
for a, b in pairs:
    a = b = None
    print("body")
    left[0] = right[0] = None
left.clear()
print("after")
pairs = None
left = [N(5), N(6)]
pairs = zip(left, [])
print(next(pairs, "end"))
left.clear()
pairs = None
left = [N(7), N(8)]
pairs = zip(left, left)
first = next(pairs)
second = next(pairs)
left.clear()
first = second = None
