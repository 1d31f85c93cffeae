"""Quotients and remainders of floats have CPython's signs of zero, those of large integers are rounded once."""
numbers = [7.5, -7.5, 0.0, -0.0, 3, -3, 2.5, 1e308, float("inf"), float("-inf"), float("nan"), 5e-324]
for left in numbers:
    for right in numbers:
        try:
            print(left, right, left // right, left % right)
        except ZeroDivisionError as e:
            print(left, right, e)
print(10 // 0.3, 10 % 0.3, -10 % 0.3, 1 // 0.1, 1 % 0.1, -1 // 0.1, 6 // 0.2)
large = [9223372036854775807, 2**62 + 1, 2**53 + 1, 9007199254740993, 3, 7, 10**18 + 1, -(2**62) - 3, -5, 1]
for left in large:
    print([left / right for right in large])
for text, base in [("09", 0), ("00", 0), ("0_0", 0), ("0x1f", 0), ("07", 10), ("٣٤", 10), ("\u00a012\u2003", 10), ("1²", 10)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
print(float("٣.٥"), float("\u00a01e2\u2003"))
