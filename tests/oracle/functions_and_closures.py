"""Functions: defaults, keywords, closures, scopes, recursion."""
def f(a, b=2, c=3):
    return a, b, c
print(f(1), f(1, 5), f(1, c=9), f(c=1, b=2, a=3))
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    def peek(): return n
    return step, peek
step, peek = counter(); print(step(), step(5), peek())
total = 0
def add(x):
    global total
    total += x
    return total
print(add(1), add(2), total)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n, memo={}):
    if n not in memo: memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fact(10), fib(40))
compose = lambda g, h: lambda x: g(h(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5), (lambda: 7)(), (lambda x, y=3: x * y)(2))
funcs = [lambda: i for i in range(3)]; print([g() for g in funcs])
funcs = [lambda i=i: i for i in range(3)]; print([g() for g in funcs])
def deep(n):
    if n == 0: return 0
    return 1 + deep(n - 1)
print(deep(500))
try:
    deep(5000)
except RecursionError as error:
    print(error)
def nothing(): pass
print(nothing(), nothing.__name__)
def early(x):
    for i in range(10):
        if i == x: return i
    else:
        return "else"
print(early(3), early(30))
def tries(n):
    try:
        if n == 0: return "try"
        if n == 1: raise KeyError(n)
        if n == 2: raise ValueError(n)
    except KeyError:
        return "except"
    except ValueError as error:
        return repr(error)
    else:
        return "else"
    finally:
        print("finally", end=" ")
print(tries(0), tries(1), tries(2), tries(3))
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally:
        print("f", i)
while True:
    try: break
    finally: print("w")
def gen_sum(): return sum(x * x for x in range(10) if x % 2), list(c for c in "ab"), sorted(-x for x in [1, 2])
print(gen_sum())
def unbound():
    try: print(late)
    except UnboundLocalError as error: print(error)
    late = 1
unbound()
try: missing
except NameError as error: print(error)
x = 10
def shadows(x=x): x += 1; return x
print(shadows(), x)
