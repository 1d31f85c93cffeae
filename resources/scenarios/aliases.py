"""Two names, one list.

Watch where the arrows end: an assignment copies a reference, never the list."""

shopping = ["bread", "milk"]

# No copy: a second name for the same list.
also = shopping
also.append("tea")
assert shopping == ["bread", "milk", "tea"]

# A copy is another list. Each goes its own way.
copied = shopping.copy()
copied.append("jam")
assert copied is not shopping
assert len(shopping) == 3

# A list of lists made by repetition holds one list three times.
row = [0]
grid = [row] * 3
grid[0][0] = 1
assert grid[2][0] == 1

# Rebinding moves the name, and leaves the list alone.
also = []
assert shopping is not also
