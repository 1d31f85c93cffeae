"""The methods of str, and what they say when they cannot."""
text = "  The quick brown Fox, jumps over the lazy dog.  "
t = text.strip()
print(repr(text.lstrip()), repr(text.rstrip()), t.strip(".T"))
print(t.lower(), t.upper(), t.title(), t.swapcase(), t.capitalize(), sep="\n")
print(t.split(), t.split(","), t.split("o", 2), t.rsplit(" ", 1), "a,b,,c".split(","))
print("-".join(["a", "b"]), "".join("xyz"), t.replace("o", "0"), t.replace("o", "0", 1))
print(t.find("quick"), t.find("none"), t.index("Fox"), t.rfind("o"), t.count("o"), t.count("the"))
print(t.startswith("The"), t.endswith(("dog", "dog.")), t[4:9], t[-4:], t[::-1][:5], t[::7])
print("abc".center(9, "*"), "abc".ljust(6) + "|", "abc".rjust(6, "."), "42".zfill(6), "-42".zfill(6))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), " ".isspace(), "Ab".islower(), "AB".isupper(), "Ab C".istitle(), "".isalpha())
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"))
print("line1\nline2\r\nline3".splitlines())
print("ab" * 3, 3 * "-", "a" + "b", "a" < "b", "Z" < "a", "abc" == "abc", "b" in "abc", "" in "abc")
print("", "ß".lower(), len("naïve"), "naïve"[2], "日本"[::-1])
print("%" in "50%", "it's", 'say "hi"', "it's \"both\"", "tab\t", repr("tab\t\n\\ \x00 é \u200b"))
print("a-b_c d".replace("-", " ").replace("_", " ").split(), " ".join(w.capitalize() for w in "hello big world".split()))
print("x".join("abc"), "abc".strip("ac"), "xxabcxx".strip("x"), "aXbX".removesuffix("X"), "aXbX".removeprefix("a"))
print(sorted("banana"), "".join(sorted(set("banana"))), max("banana"), min("banana"), list("abc"), tuple("ab"))

print(str(1.0), str(None), str([1, "a"]), str((1,)), str({"a": 1}), repr("a"), str(True))
print("abc".find("c", 1, 2), "abcabc".index("b", 2), "abc".count(""), "aaa".count("aa"))
try:
    "abc".index("z")
except ValueError as e:
    print(e)
try:
    "abc" + 1
except TypeError as e:
    print(e)
try:
    "abc"[10]
except IndexError as e:
    print(e)
try:
    "abc"["a"]
except TypeError as e:
    print(e)
try:
    ",".join([1, 2])
except TypeError as e:
    print(e)
try:
    int("12x")
except ValueError as e:
    print(e)
try:
    float("abc")
except ValueError as e:
    print(e)
print(int("  42 "), int("-7"), int("ff", 16), int("0b101", 2), int("1_000"), float("1e3"), float(" -2.5 "), int(3.9), int(-3.9), float("inf"), float("nan"))
