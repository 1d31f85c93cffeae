"""Private names are mangled."""

class K:
    def __init__(s):
        s.__p = 1
print(hasattr(K(), '_K__p'))
