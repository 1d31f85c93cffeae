"""Default texts."""

class K:
    pass
L = [1]
L.append(L)
print(L, [K()], K)
