"""Too many arguments."""

class K:
    def __init__(s):
        pass
try:
    K(1)
except TypeError as e:
    print(e)
