"""Format specifications, rounding, literals, and arithmetic that fails."""
pi = 3.14159265
n = 1234567
print(f"{pi:.2f} {pi:8.3f}| {pi:<8.1f}| {pi:^10.2f}| {pi:+.1f} {-pi:08.2f} {pi:e} {pi:.3g} {n:,} {n:_} {n:>12,}")
print(f"{n:x} {n:X} {n:#x} {n:o} {n:b} {255:#b} {255:08b} {n:e} {n:.2e} {0.00001234} {1e16} {1e15} {123456789012345678}")
print(f"{'left':<10}|{'right':>10}|{'mid':^10}|{'fill':*^10}|{'cut':.2}|{'x':5}|{5:5}|{True:5}|{None!s:>6}")
print(f"{0.1 + 0.2} {1 / 3} {2 / 3:.3} {10 / 4} {7 // 2} {-7 // 2} {7 % 3} {-7 % 3} {2 ** 10} {2 ** -1} {7.5 // 2} {-7.5 % 2}")
print(f"{0.5:%} {0.256:.1%} {1:d} {1.0} {100.0:g} {1e-7:g} {1234567.0:g} {0.0001:g} {1e100}")
width, digits = 10, 3
print(f"{pi:{width}.{digits}f}|{pi!r:>{width}}|{'a' 'b'}|{'{'}{{}}|{[1, 2][1]}|{ {'a': 1}['a'] }")


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __repr__(self):
        return f"P(x={self.x!r}, y={self.y!r})"


p = P(1, "a")
print(f"{p} {p!r} {p!s} {[p]} {p.x:03} {p.y:>3}", p, [p], (p,))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), round(5.678, 1), abs(-3), abs(-2.5))
print(1_000_000, 0xff, 0o17, 0b11, 1e3, .5, 5., 1e-3, 12345.6789, 1.5e300 * 1e10, -0.0, 1e22, 1e21, 123456789.123456789)
print(3 == 3.0, hash(3) == hash(3.0), 0.1 + 0.2 == 0.3, 1 < 2 < 3, 1 < 3 > 2, not 0, not [], bool("a"), int(True), True + True)
try:
    f"{p:>10}"
except TypeError as e:
    print(e)
try:
    f"{'a':d}"
except ValueError as e:
    print(e)
try:
    f"{3:s}"
except ValueError as e:
    print(e)
try:
    f"{3.5:d}"
except ValueError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    1 // 0
except ZeroDivisionError as e:
    print(e)
try:
    1.0 % 0
except ZeroDivisionError as e:
    print(e)
try:
    2.0 // 0
except ZeroDivisionError as e:
    print(e)
try:
    0 ** -1
except ZeroDivisionError as e:
    print(e)
print((7 // 3, 7 % 3), min(3, 1, 2), max([4, 5]), sum([1, 2, 3]), sum([[1], [2]], []), sum((0.1, 0.2, 0.3)))
print(f"{1!r:>5}{'é':>3}{'日':>3}|{12345:,.2f}|{-5:+d}|{5: d}|{5:=+5d}|{'=':=^5}")
print(f"{10:<5}{10:>5}{10:^5}|{3.0:.0f}|{2.5:.0f}|{1e10:.3e}|{float('inf')}|{float('nan'):.2f}|{-0.0:.1f}")
