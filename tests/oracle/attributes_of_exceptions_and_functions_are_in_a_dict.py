"""The attributes of an exception, and those of a function, are in a dictionary of their own: the collector knows it
from its first tracked content on, and what is in it is found one link later than what the owner itself holds."""
import gc


class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


class E(Exception):
    def __del__(self):
        print("E dies")


def kept(late):
    value, cause, argument = N("attribute"), E("cause"), [N("argument")]
    exception = ValueError(argument)
    if late:
        exception.attribute = None
        gc.collect()
    exception.attribute = value
    exception.__cause__ = cause
    exception.itself = exception
    return exception


for late in (False, True):
    exception = kept(late)
    gc.collect()
    exception = None
    gc.collect()
    print("---")


def function(late):
    value, default = N("attribute"), [N("default")]
    captured = N("captured")

    def inner(a=default):
        return captured
    if late:
        inner.attribute = 1
        gc.collect()
    inner.attribute = value
    inner.itself = inner
    return inner


for late in (False, True):
    inner = function(late)
    gc.collect()
    inner = None
    gc.collect()
    print("---")

first = N("first")
exception = ValueError()
exception.attribute = first
second = N("second")
second.itself = second
exception.itself = exception
first.up = second
first = None
second = None
exception = None
gc.collect()
