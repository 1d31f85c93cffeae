"""A default is made once.

The list in the header belongs to the function, not to the call. Watch who holds it between the calls."""

def add(item, basket=[]):
    basket.append(item)
    return basket

# Twice without a basket, and twice the same one.
mine = add("apple")
yours = add("pear")
assert mine is yours
assert len(mine) == 2

# A basket of one's own is left alone.
own = add("plum", [])
assert own == ["plum"]

# The usual way out: None, and a new list in the call.
def put(item, basket=None):
    if basket is None:
        basket = []
    basket.append(item)
    return basket

one = put("apple")
two = put("pear")
assert one is not two
