"""What is a letter, a digit, a number or a blank in any script, and what of it repr() escapes."""
texts = ["abc", "ñ", "é1", "½", "²", "١", "٣٤", "Ⅷ", "五", "漢字", "кот", "αβγ", "ª", "_", "·", "€", "😀", "\u00a0",
         "\u2003", "\x1c", "\x85", "\u200b", "\ufeff", "\u0301", "e\u0301", "ह", "हि", "", " ", "a b", "\u2028", "\ue000",
         "\u0378", "\U000e0001", "１２", "𝟘𝟙", "1_000"]
for text in texts:
    print(repr(text), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isalnum(),
          text.isspace(), text.isprintable(), text.isascii())
lines = "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x1deight\x1enine\x85ten\u2028eleven\u2029twelve\n\r\n"
print(lines.splitlines(), lines.splitlines(True), "".splitlines(), "\n".splitlines(), "a".splitlines(keepends=True))
blanks = "\u00a0a\x1cb\u2003\u3000c\x1f"
print(blanks.split(), blanks.split(None, 1), blanks.rsplit(None, 1), [blanks.strip()], [blanks.lstrip()], [blanks.rstrip()])
print(" a  b ".split(None, 0), " a  b ".rsplit(None, 0), " ".split(), "ab".split(), " a b".rsplit(maxsplit=5))
