"""Special methods belong to the class."""

class P:
    pass

p = P()
p.__del__ = lambda: print('never')
del p
print('ok')
