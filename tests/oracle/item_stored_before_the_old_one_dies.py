"""Item stored before the old one dies."""

class M:
    def __del__(s):
        print(L)
        L[0] = 'again'
L = [M()]
L[0] = 'new'
print(L)
