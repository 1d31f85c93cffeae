"""Handlers by name: bound methods, lambdas, classes, and what they raise."""
from weakref import WeakKeyDictionary, WeakSet, ref


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)
        return handler

    def emit(self, name, payload=None):
        results = []
        for handler in self.handlers.get(name, []):
            try:
                results.append(handler(payload))
            except (ValueError, TypeError) as problem:
                results.append(f"{type(problem).__name__}: {problem}")
        return results


bus = Bus()
seen = []
bus.on("add", seen.append)
bus.on("add", lambda x: x * 2)
bus.on("add", int)
print(bus.emit("add", "12"))
print(bus.emit("add", "x1"))
print(bus.emit("add", None))
print(bus.emit("nothing"))
print(seen, sorted(bus.handlers), {k: len(v) for k, v in bus.handlers.items()})
