"""Widths and precisions far beyond what a number has."""
print(f"{2 ** 0.5:.1200f}")
print(f"{2 ** -1074:.1100e}")
print(f"{1.5:.900g}|{0.1:.900}|{1.5:.2000000000g}|{'abc':.2000000000}")
print(len(f"{1:1000001}"))
for value in (1, 1.5, "a"):
    for spec in ("99999999999999999999", ".99999999999999999999", "99999999999999999999z"):
        try:
            print(f"{value:{spec}}")
        except ValueError as error:
            print(error)
try:
    print(f"{1.5:.2147483648f}")
except ValueError as error:
    print(error)
