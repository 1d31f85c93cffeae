"""Loops, conversions and searches over objects that have only __getitem__."""


class Countdown:
    def __init__(self, start):
        self.start = start

    def __len__(self):
        return self.start

    def __getitem__(self, index):
        if index >= self.start:
            raise IndexError
        return self.start - index


for x in Countdown(3):
    print(x, end=" ")
print()
print(list(Countdown(4)), sum(Countdown(4)), 2 in Countdown(3), max(Countdown(9)), list(reversed(Countdown(3))))
pairs = zip(Countdown(3), "abc")
print(next(pairs), list(pairs))
lines = ["# comment", "a = 1", "", "b = 2  # two", "c"]
settings = {}
for number, line in enumerate(lines, start=1):
    line = line.split("#")[0].strip()
    if not line:
        continue
    key, separator, value = line.partition("=")
    if not separator:
        print(f"line {number}: '=' expected in {line!r}")
        break
    settings[key.strip()] = int(value)
else:
    print("all read")
print(settings)


def flatten(x):
    result = []
    for item in x:
        if isinstance(item, (list, tuple)):
            result.extend(flatten(item))
        else:
            result.append(item)
    return result


print(flatten([1, [2, (3, [4])], [], 5]))


def primes(limit):
    sieve = [True] * (limit + 1)
    found = []
    for n in range(2, limit + 1):
        if sieve[n]:
            found.append(n)
            for multiple in range(n * n, limit + 1, n):
                sieve[multiple] = False
    return found


print(primes(40))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print([collatz(n) for n in range(1, 12)], max(range(1, 30), key=collatz))


def hanoi(n, a="A", b="B", c="C", moves=None):
    moves = [] if moves is None else moves
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves


print(len(hanoi(5)), " ".join(hanoi(2)))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 18), gcd(17, 5))


def default_trap(item, bucket=[]):
    bucket.append(item)
    return bucket


print(default_trap(1), default_trap(2), default_trap(3, []), default_trap(4))
total = 0
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 10:
        break
    total += i
print(i, total)
x = 5
x += 3; x -= 1; x *= 2; x //= 3; x **= 2; x %= 7; x <<= 3; x |= 1; x &= 13; x ^= 2; x >>= 1
print(x, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -17 >> 2, 7 / 2, 10 % -3, -10 // 3)
