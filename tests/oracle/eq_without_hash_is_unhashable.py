"""Eq without hash is unhashable."""

class K:
    def __eq__(s, o):
        return True
try:
    {K()}
except TypeError as e:
    print(e)
