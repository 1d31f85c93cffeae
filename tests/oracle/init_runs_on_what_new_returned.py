"""Init runs on what new returned."""

class S:
    one = None

    def __new__(cls):
        if S.one is None:
            S.one = super().__new__(cls)
        return S.one

    def __init__(s):
        print('init')
S()
S()
