"""Closures that remember: nonlocal, attributes of functions, functions of functions."""


def memoize(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
            wrapper.misses += 1
        else:
            wrapper.hits += 1
        return cache[n]
    wrapper.hits = wrapper.misses = 0
    wrapper.cache = cache
    wrapper.__name__ = function.__name__
    return wrapper


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fib = memoize(fib)
print(fib(30), fib.hits, fib.misses, len(fib.cache), fib.__name__)
print(max(fib.cache.items(), key=lambda kv: kv[1]))


def accumulate(start=0):
    total = start

    def add(x):
        nonlocal total
        total += x
        return total
    return add


a, b = accumulate(), accumulate(100)
print([a(i) for i in range(5)], [b(-i) for i in range(5)])
compose = lambda f, g: lambda x: f(g(x))
inc = lambda x, by=1: x + by
print(compose(inc, abs)(-5), compose(str, inc)(4), "ok")
