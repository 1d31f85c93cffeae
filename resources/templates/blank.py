"""Untitled.

What this shows.
"""

a = [1, 2, 3]
b = a
del a
