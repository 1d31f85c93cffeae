"""Does the cache hit or miss?

Before each line, say it aloud: is the object found, or made anew? Then step, and watch the cache's counters."""
from tetherscope import weak_cached

@weak_cached
class Color:
    name: str
    dark: bool = False

red = Color("red")

# The same key, with the default written out.
again = Color("red", False)
assert again is red

# One field differs, so the key does.
deep = Color("red", dark=True)
assert deep is not red

# Nobody keeps this one. Is there a row for it afterwards?
Color("blue")
blue = Color("blue")

# One of two names goes. Hit or miss?
del again
same = Color(name="red")
assert same is red

# Both names go. And now?
del red, same
fresh = Color("red")
