"""The methods of str know the cases of Latin, Greek, Cyrillic and Armenian letters, those that become two, and the
sigma at the end of a word."""
for text in ["Ärger über Straße", "ñandú ÑANDÚ", "ΑΣ ΣΑΣ.", "Ωμέγα", "Привет МИР ёж", "ŉ ǰ", "İı", "ẞß", "հայ ՀԱՅ",
             "日本 ABC"]:
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())
    print([word.isupper() for word in text.split()], [word.islower() for word in text.split()])
    print([word.istitle() for word in text.split()], len(text.upper()))
print(sorted(["é", "E", "f", "É", "e"], key=str.casefold), "ß".upper() == "SS", "Å" in "å".upper())
try:
    sorted(["a", 1], key=str.lower)
except TypeError as e:
    print(e)
for wrong in [lambda: str.upper(), lambda: list.append({}, 1), lambda: dict.get([], 1), lambda: set.add(1, 2)]:
    try:
        wrong()
    except TypeError as e:
        print(e)
