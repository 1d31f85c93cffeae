"""Text of a key error."""

try:
    {}['a']
except KeyError as e:
    print(e, repr(e))
