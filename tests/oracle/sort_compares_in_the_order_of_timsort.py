"""Natural runs, bisection up to the least run, merges by power, galloping: which items are compared shows as soon as
__eq__ of what stands first in a tuple counts."""


class E:
    asked = 0
    trace = 0

    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        E.asked += 1
        E.trace = (E.trace * 31 + self.v * 7 + other.v) % 1000003
        return True

    def __hash__(self):
        return 1


def shuffled(count, kinds):
    value = 17
    result = []
    for i in range(count):
        value = (value * 1103515245 + 12345) % 2147483648
        result.append(value // 65536 % kinds)
    return result


def runs(count):
    return [i % 37 * (1 if i % 74 < 37 else -1) + i // 5 for i in range(count)]


def nearly(count):
    values = list(range(count))
    values[3], values[-2] = values[-2], values[3]
    return values


def report(values, reverse):
    items = [(E(i), v, i) for i, v in enumerate(values)]
    items.sort(reverse=reverse)
    print(len(values), [i for e, v, i in items][:20], E.asked, E.trace)


for count in [2, 63, 64, 150]:
    for values in [shuffled(count, 1000), shuffled(count, 4), runs(count), nearly(count) if count > 4 else [2, 1]]:
        report(values, False)
        report(values, True)

# max() asks whether the new one is greater, min() whether it is less.
items = [(E(v), v) for v in [2, 3, 3, 1]]
print(max(items)[1], min(items)[1], E.asked, E.trace)

# What cannot be compared leaves the list as far as it has come.
mixed = shuffled(150, 100)
mixed[140] = "text"
for key in [None, lambda v: v if v else 0]:
    values = list(mixed)
    try:
        values.sort(key=key, reverse=key is None)
    except TypeError as e:
        print(e, values[:70] == mixed[:70], values[:9], values[-12:])

values = [3, 1, 2]
try:
    values.sort(key=lambda v: values.append(v) or v)
except ValueError as e:
    print(e, values)
