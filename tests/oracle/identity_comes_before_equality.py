"""Identity comes before equality."""

class K:
    def __init__(s, n):
        s.n = n

    def __eq__(s, o):
        print(s.n, o.n)
        return False

    def __hash__(s):
        return 1
a = K('a')
b = K('b')
a in [b]
{b: 1}.get(a)
a in [a]
