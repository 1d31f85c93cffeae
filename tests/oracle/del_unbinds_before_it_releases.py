"""Del unbinds before it releases."""

class M:
    def __del__(s):
        try:
            q
        except NameError:
            print('gone')
q = M()
del q
