"""What cannot be referenced weakly."""
from weakref import ref

for x in ([], {}, (), 1):
    try:
        ref(x)
    except TypeError as e:
        print(e)
