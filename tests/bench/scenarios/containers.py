"""Lists, dicts, sets, tuples and comprehensions."""
rows = []
latest = {}
seen = set()
total = 0
for n in range(2500):
    row = [n, n % 7, (n, n + 1)]
    rows.append(row)
    latest[n % 50] = row
    seen.add(n % 13)
    squares = [x * x for x in range(10) if x != n % 10]
    total += sum(squares) + len(seen)
    pairs = {x: [x, row] for x in range(3)}
    first, second, both = row
    if len(rows) > 20:
        rows.pop(0)
    for key, pair in pairs.items():
        total += key
for row in rows:
    total += row[0]
assert len(latest) == 50
