"""A cache that never lets go.

Watch the counts after the last name has gone: the dict alone keeps every picture alive."""
import weakref

class Picture:
    def __init__(self, path):
        self.path = path

cache = {}

def load(path):
    if path not in cache:
        cache[path] = Picture(path)
    return cache[path]

sunset = load("sunset.png")
harbour = load("harbour.png")
watch = weakref.ref(sunset)

# A hit: this is what the cache is for.
again = load("sunset.png")
assert again is sunset

# Nobody needs the pictures any more.
del sunset, again, harbour

# They live all the same. This is a leak.
assert watch() is not None
assert len(cache) == 2

# Only the cache itself can end it.
cache.clear()
assert watch() is None
