"""Accounts with errors of their own; tables, counts and little programs about texts."""


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"amount must be positive, got {amount!r}")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def __str__(self):
        return f"{self.owner}: {self._balance:,.2f}"

    def __repr__(self):
        return f"Account({self.owner!r}, {self._balance!r})"

    def __eq__(self, other):
        return isinstance(other, Account) and self.owner == other.owner

    def __hash__(self):
        return hash(self.owner)

    def __contains__(self, kind):
        return any(k == kind for k, _ in self.history)

    def __len__(self):
        return len(self.history)

    def __getitem__(self, key):
        if isinstance(key, slice_type):
            return [self.history[i] for i in range(len(self.history))][key]
        return self.history[key]


slice_type = type(None)


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(account, amount)
        self.account, self.amount = account, amount

    def __str__(self):
        return f"{self.account.owner} lacks {self.amount - self.account._balance:.2f}"


class Savings(Account):
    interest = 0.05

    def accrue(self):
        return self.deposit(round(self._balance * self.interest, 2))


a = Account("Ann", 100).deposit(50).withdraw(30)
s = Savings("Sam", 1000)
s.accrue().accrue()
print(a, s, repr(a), [a, s], {a: 1}, (a,), sep=" | ")
try:
    a.withdraw(1_000)
except InsufficientFunds as e:
    print(e, repr(e), e.args, e.account is a)
    del e
try:
    a.deposit(-5)
except ValueError as e:
    print(e)
print("deposit" in a, "nothing" in a, len(a), a[0], a[-1], [h for h in a], bool(a), bool(Account("x")))
print(a == Account("Ann"), a != s, a in [s, Account("Ann", 5)], len({a, Account("Ann"), s}))
ledger = {}
for account, amount in [(a, 5), (s, 7), (a, 1)]:
    ledger.setdefault(account.owner, []).append(amount)
print(ledger, {k: sum(v) for k, v in ledger.items()}, max(ledger, key=lambda k: len(ledger[k])))
print(f"{a!s:>20}|{a!r:<30}|{str(s):^24}|{len(ledger):03d}")
text = """first line
  second "quoted" line
third\tline \\ end"""
for number, line in enumerate(text.split("\n"), 1):
    print(f"{number:>2}: {line!r:<40}|{len(line):4}")
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("kiwi", 12, 0.25)]
widths = [max(len(str(row[i])) for row in table) for i in range(3)]
for row in table:
    print(" ".join(f"{str(cell):<{w}}" if isinstance(cell, str) else f"{cell:>{w}}" for cell, w in zip(row, widths)).rstrip())
roman = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    result = ""
    for value, letters in roman:
        while n >= value:
            result += letters
            n -= value
    return result


print([to_roman(n) for n in (1, 4, 9, 14, 39)])


def caesar(text, key):
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return "".join(alphabet[(alphabet.index(c) + key) % 26] if c in alphabet else c for c in text.lower())


print(caesar("Hello, World", 3), caesar(caesar("abc xyz", 5), -5))
words = "it was the best of times it was the worst of times".split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:3]:
    print(f"{w:.<8}{n:>3} {'#' * n}")
print(" ".join(sorted(set(words), key=words.index)), words[::3], words.index("best"), "best" in freq, len(freq))
print(str([1.0, "a'b", 'q"q', None, True, (1,), {"k": {2}}, [], {}, set(), ()]), repr("'\""), repr("\\n\n"))
print(0.1 + 0.2, 1e-5, 1.0, 100000000000000000000.0, 1e16, 123456.789e3, 2 / 3, -1 / 3, 1.1 * 3, 5e-324, 1.7976931348623157e308)
print(7 // -2, 7 % -2, -7 // 2, -7 % 2, 7.0 // -2, 7.5 % 2, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -2, 10 ** 18, 0xff ^ 0b1010, 5 & ~1)
print(int("0x1f", 16), int(" 10 "), int(2.99), int(-2.99), float("1_0.5"), round(0.5), round(1.5), round(2.675, 2), round(-1.5), str(1e20), 3.0 == 3, True == 1)
