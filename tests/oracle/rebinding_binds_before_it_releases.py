"""Rebinding binds before it releases."""

class M:
    def __del__(s):
        global x
        print(x)
        x = 'del'
x = M()
x = 'new'
print(x)
