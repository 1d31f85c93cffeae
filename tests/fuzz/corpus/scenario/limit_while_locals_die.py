"""A limit is reached while the variables of a call that returns die."""

class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        class C:
            def __init__(self, n):
                self.n = n
        
        print('del', self.n)
        f()

    def __repr__(self):
        return f'C({self.n})'

def f():
    l = C('l')
    for x in [C(1), C(2)]:
        return 5
f()
