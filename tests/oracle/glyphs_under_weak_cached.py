"""A class under @weak_cached: hits, misses, keywords, evictions, errors."""
from tetherscope import weak_cached
import sys
import weakref


@weak_cached
class Glyph:
    char: str
    size: int = 12

    def __del__(self):
        print("release", self.char, self.size)

    def scaled(self, factor):
        return Glyph(self.char, self.size * factor)

    def __repr__(self):
        return f"Glyph({self.char!r}, {self.size})"


text = [Glyph(c) for c in "hello"]
print(text, len({id(g) for g in text}))
print(Glyph("l") is text[2], Glyph(char="h") is text[0], Glyph("h", size=12) is text[0], Glyph("h", 13) is text[0])
big = text[0].scaled(2)
print(big, sys.getrefcount(big), sys.getrefcount(text[2]))
w = weakref.ref(big)
big = None
print(w())
text[2:4] = []
print(text)
try:
    Glyph()
except TypeError as e:
    print(e)
try:
    Glyph("a", 1, 2)
except TypeError as e:
    print(e)
try:
    Glyph([])
except TypeError as e:
    print(e)
try:
    text[0].char = "x"
except AttributeError as e:
    print(type(e).__name__)
text.clear()
print("end")
