"""What a scenario may import from tetherscope, for CPython: the specification of `weak_cached`.

Put this folder on PYTHONPATH and run any scenario with python3 (3.11 is the reference).
"""

import weakref


def weak_cached(cls):
    """Class decorator: calling the class looks its arguments up in a cache that keeps nothing alive.

    The class's annotated fields, in order, are its parameters (positional, keyword, or the field's default) and together,
    as a tuple, the key. On a miss the object is made and its fields are set, once; on a hit the living object is handed out
    again. When its last holder lets go, its row goes: before `__del__` runs, so that a look-up there makes another object.
    """
    fields = tuple(cls.__dict__.get("__annotations__", {}))
    defaults = {field: cls.__dict__[field] for field in fields if field in cls.__dict__}
    rows = {}

    def key_of(args, kwargs):
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__}() takes {len(fields)} arguments but {len(args)} were given")
        values = dict(zip(fields, args))
        for name, value in kwargs.items():
            if name not in fields:
                raise TypeError(f"{cls.__name__}() got an unexpected keyword argument '{name}'")
            if name in values:
                raise TypeError(f"{cls.__name__}() got multiple values for argument '{name}'")
            values[name] = value
        for field in fields:
            if field not in values:
                if field not in defaults:
                    raise TypeError(f"{cls.__name__}() missing argument: '{field}'")
                values[field] = defaults[field]
        return tuple(values[field] for field in fields)

    def evict(self):
        key = tuple(getattr(self, field) for field in fields)
        row = rows.get(key)
        if row is not None and row() is self:
            del rows[key]

    class Cached(type(cls)):
        def __call__(self, *args, **kwargs):
            key = key_of(args, kwargs)
            row = rows.get(key)
            if row is not None:
                living = row()
                if living is not None:
                    return living
            made = object.__new__(self)
            for field, value in zip(fields, key):
                object.__setattr__(made, field, value)
            rows[key] = weakref.ref(made)
            return made

    members = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    finalizer = members.get("__del__")

    def __del__(self):
        evict(self)
        if finalizer is not None:
            finalizer(self)

    members["__del__"] = __del__
    return Cached(cls.__name__, cls.__bases__, members)
