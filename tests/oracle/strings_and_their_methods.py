"""Strings and their methods."""
s = "The quick brown fox"
print(s[0], s[-1], s[4:9], s[:3], s[-3:], s[::-1], s[::2], s[10:2:-2], len(s), s * 2, "-" * 5)
print(s.upper(), s.lower(), s.title(), "abc def".capitalize(), s.split(), s.split("q"), s.split(" ", 1), s.rsplit(" ", 1))
print("  pad ".strip() + "|", "  pad ".lstrip() + "|", "  pad ".rstrip() + "|", "xxabcxx".strip("x"), "abc".strip("ac"))
print(s.find("quick"), s.find("z"), s.index("brown"), s.count("o"), s.replace("o", "0"), s.replace("o", "0", 1), "aaa".replace("", "-"))
print(s.startswith("The"), s.endswith("fox"), s.startswith(("A", "T")), "quick" in s, "z" not in s, "" in s)
print(", ".join(["a", "b", "c"]), "".join([]), "-".join("abc"), "a\nb\n".splitlines(), "a,b".partition(","), "ab".partition(","))
print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".center(6), "abc".center(6), "ab".ljust(5) + "|", "ab".rjust(5))
print("12".isdigit(), "a1".isalnum(), "ab".isalpha(), " ".isspace(), "AB".isupper(), "ab".islower(), "".isdigit())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnew\nback\\slash\r\x00\x7f"), repr("é ü ß €"), repr("\u200b\xa0"))
print("äöü"[1], len("äöü"), "äöü"[::-1], "äöü".find("ü"), "€uro"[1:], [c for c in "aé€"])
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a" == "a", "10" < "9", str(12), str(1.5), str(None), str([1, "a"]))
print(sorted("hello"), list("abc"), tuple("ab"), set("aaa"), min("hello"), max("hello"), list(enumerate("ab")))
try:
    s[50]
except IndexError as error:
    print(error)
try:
    s["a"]
except TypeError as error:
    print(error)
try:
    "abc".index("z")
except ValueError as error:
    print(error)
try:
    ",".join(["a", 1])
except TypeError as error:
    print(error)
try:
    s.nothing
except AttributeError as error:
    print(error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
print("one", "two", sep="-", end="!\n")
print()
print("no end", end="")
print(" goes on")
