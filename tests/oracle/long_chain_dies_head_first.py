"""Long chain dies head first."""

class N:
    def __del__(s):
        out.append(s.i)
out = []
h = None
for i in range(9999):
    n = N()
    n.i = i
    n.next = h
    h = n
del n
h = None
print(out[0], out[-1], len(out))
