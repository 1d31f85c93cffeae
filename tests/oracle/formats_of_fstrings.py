"""Format specifications in f-strings."""
n = 1234567
x = 3.14159
s = "héllo"
print(f"{n}|{n:d}|{n:,}|{n:_}|{n:10}|{n:<10}|{n:^10}|{n:>10}|{n:010}|{n:+}|{n: }|{-n:+}")
print(f"{n:x}|{n:X}|{n:#x}|{n:o}|{n:#o}|{n:b}|{5:#b}|{5:08b}|{255:_x}|{1048576:_b}")
print(f"{x}|{x:.2f}|{x:8.3f}|{x:<8.3f}|{x:^9.1f}|{x:+.1f}|{x:e}|{x:.2e}|{x:g}|{x:.3g}|{1e10:g}|{1e-10:g}|{x:%}|{0.5:.0%}")
print(f"{x:08.2f}|{-x:08.2f}|{1234.5:,.2f}|{1e6:,}|{100.0:g}|{1e5:g}|{123456789.0:g}|{1.0:.1f}|{2.5:.0f}|{3.5:.0f}")
print(f"{s}|{s:10}|{s:>10}|{s:^10}|{s:*^11}|{s:.2}|{s!r}|{s!r:>10}|{s!s:6}")
print(f"{True}|{True:d}|{True:5}|{None}|{[1, 'a']}|{(1,)}|{ {'k': 1} }|{{}}|{{{n}}}")
width = 8
places = 3
print(f"{x:{width}.{places}f}|{n:>{width + 4}}|{'nested ' + f'{n:,}'}")
print(f"{x=}|{n=:,}|{s=}|{1 + 1 = }|{x=!r}")
print(f"a{'b'}c" "d" f"{1}{2}" + "")
for spec in ("d", "q", "5s"):
    try:
        print(f"{1.5:{spec}}")
    except ValueError as error:
        print(error)
try:
    print(f"{[1]:5}")
except TypeError as error:
    print(error)
try:
    print(f"{'a':d}")
except ValueError as error:
    print(error)
