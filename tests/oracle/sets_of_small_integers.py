"""Sets of small integers."""

print({3, 1, 2}, {10, 5, 8, -1, 0}, {100, 200, 300, 7}, {True, 2})
