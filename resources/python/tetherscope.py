"""What a scenario may import from tetherscope, for a plain Python: `weak_cached`, and its specification.

    PYTHONPATH=resources/python python3 resources/scenarios/weak-cache.py

Tetherscope itself runs such classes on the weak cache of its C++ core; this file says in Python how that behaves.
"""

import weakref

__all__ = ["weak_cached"]


def weak_cached(cls):
    """Make calling `cls` look its arguments up in a cache that keeps no instance alive.

    The class has annotated fields, with or without defaults, and no __new__ or __init__ of its own. The key is the
    tuple of field values in order. A miss makes an instance and sets its fields, once and for all; a hit hands the
    living instance out again. When the last reference to an instance goes, its row goes, and then its __del__ runs,
    if it has one: a look-up in there makes a fresh instance. One that is saved by its __del__ lives on without a row.
    """
    if not isinstance(cls, type) or "__weak_rows__" in cls.__dict__:
        raise TypeError("weak_cached: a class of the scenario's own is needed")
    fields = tuple(cls.__dict__.get("__annotations__", ()))
    if not fields:
        raise TypeError("weak_cached: the class needs annotated fields, such as  year: int")
    for name in ("__new__", "__init__"):
        if getattr(cls, name) is not getattr(object, name):
            raise TypeError(f"weak_cached: the class has fields, and no {name} of its own")
    defaults = {name: cls.__dict__[name] for name in fields if name in cls.__dict__}
    rows = {}  # key -> (identity of the instance, weak reference to it)
    keys = {}  # identity -> key
    own_del = getattr(cls, "__del__", None)

    def bind(args, kwargs):
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__}() takes {len(fields)} arguments but {len(args)} were given")
        for name in kwargs:
            if name not in fields:
                raise TypeError(f"{cls.__name__}() got an unexpected keyword argument '{name}'")
        for place, name in enumerate(fields):
            if place < len(args):
                if name in kwargs:
                    raise TypeError(f"{cls.__name__}() got multiple values for argument '{name}'")
                yield args[place]
            elif name in kwargs:
                yield kwargs[name]
            elif name in defaults:
                yield defaults[name]
            else:
                raise TypeError(f"{cls.__name__}() missing required argument: '{name}'")

    def __new__(kind, *args, **kwargs):
        key = tuple(bind(args, kwargs))
        if key in rows:
            return rows[key][1]()
        self = object.__new__(kind)
        for name, value in zip(fields, key):
            object.__setattr__(self, name, value)
        rows[key] = (id(self), weakref.ref(self))
        keys[id(self)] = key
        return self

    def __setattr__(self, name, value):
        if name in fields and name in self.__dict__:
            raise AttributeError(f"field '{name}' is set once, at creation")
        object.__setattr__(self, name, value)

    def __del__(self):
        key = keys.pop(id(self), None)
        if key is not None:
            del rows[key]
        if own_del is not None:
            own_del(self)

    cls.__weak_rows__ = rows
    cls.__new__ = __new__
    cls.__setattr__ = __setattr__
    cls.__del__ = __del__
    return cls
