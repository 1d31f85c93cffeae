"""Name assigned anywhere is local."""

x = 1

def f():
    print(x)
    x = 2
try:
    f()
except NameError as e:
    print(type(e).__name__)
