"""Default texts."""

class K:
    pass
L = [1]
L.append(L)
print(L, [K()], K)

d = {}
d[1] = d.items()
d[2] = d.values()
print(d.items(), d)
