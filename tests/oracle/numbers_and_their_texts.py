"""Numbers and their texts."""
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(7 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, 10 ** 18, -2 ** 62)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 1e308 * 10, -1e308 * 10)
print(1.0, 0.1, 1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 1.5e300, -0.0, 100.0, 1e22)
print(0.1 + 0.2, 1 / 3, 2 / 3, 1e100, 5e-324, 1.7976931348623157e308)
print(True + True, True & False, True | 2, True ^ True, ~5, -True, +False, not 0)
print(1 << 10, 1023 >> 3, -1 >> 5, 6 & 3, 6 | 3, 6 ^ 3)
print(1 == 1.0, 1 < 1.5, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 1 == True, 3 > 2 > 1, 3 > 2 > 2)
print(int("42"), int(" -7 "), int("ff", 16), int("0x1f", 0), int(3.99), int(-3.99), int(True), int("1_000"))
print(float("1.5"), float("1e3"), float(" inf "), float("-inf"), float("nan"), float(3))
print(abs(-3), abs(-2.5), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5.0))
print(min(3, 1, 2), max([3, 1, 2]), sum([1, 2, 3]), sum([0.5, 0.25]), sum([], 5), min([4], default=1), max([], default=9))
print(hash(1), hash(1.0), hash(2 ** 61 - 1), hash(-1), hash(0.5), hash(1e300), hash(-2.25), hash(True))
print(bool(0), bool(0.0), bool(""), bool("a"), bool([]), bool([0]), bool(None), bool({}))
for text in ("", "x", "1.5", "1__0", "_1", "0x"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for pair in ((1, 0), (1.0, 0), (5, 0.0)):
    try:
        print(pair[0] / pair[1])
    except ZeroDivisionError as error:
        print(error)
    try:
        print(pair[0] % pair[1])
    except ZeroDivisionError as error:
        print(error)
    try:
        print(pair[0] // pair[1])
    except ZeroDivisionError as error:
        print(error)
try:
    1 + "a"
except TypeError as error:
    print(error)
try:
    "a" + 1
except TypeError as error:
    print(error)
try:
    [] < 3
except TypeError as error:
    print(error)
try:
    -"a"
except TypeError as error:
    print(error)
