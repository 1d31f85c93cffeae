"""Set dies in table order."""

class K:
    def __init__(s, n):
        s.n = n

    def __hash__(s):
        return s.n

    def __del__(s):
        print(s.n, end=' ')
s = set()
for i in (20, 3, 9, 1):
    s.add(K(i))
s.clear()
