"""Who keeps an object alive.

A name is one holder, an attribute another; when the last one lets go, __del__ runs.
"""


class Thing:
    def __init__(self, label):
        self.label = label

    def __del__(self):
        print("gone:", self.label)


# Two names, one object.
first = Thing("lamp")
second = first

# One name less: it lives on.
del first

# The last one.
del second
