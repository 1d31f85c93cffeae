"""Many letters, few glyphs.

Equal letters share one glyph. Watch the counts grow while the number of objects does not."""
import sys
from weakref import WeakValueDictionary

class Glyph:
    def __init__(self, letter):
        self.letter = letter

glyphs = WeakValueDictionary()

def glyph(letter):
    shape = glyphs.get(letter)
    if shape is None:
        shape = Glyph(letter)
        glyphs[letter] = shape
    return shape

# Four letters, two glyphs.
word = [glyph("n"), glyph("o"), glyph("o"), glyph("n")]
assert len(glyphs) == 2
assert word[1] is word[2]

# The list holds each of them twice.
print(sys.getrefcount(word[0]) - 1)

# One letter goes. Its glyph is still in use.
word.pop()
assert "n" in glyphs

# The last use goes, and the glyph with it.
del word[0]
assert "n" not in glyphs
