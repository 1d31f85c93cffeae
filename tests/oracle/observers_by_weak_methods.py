"""A subject that tells weak methods, and forgets them when their objects die."""
import weakref


class Subject:
    """Tells whoever listens."""

    def __init__(self, name):
        self.name = name
        self._observers = []

    def attach(self, callback):
        self._observers.append(weakref.WeakMethod(callback, self._forget))

    def _forget(self, reference):
        self._observers.remove(reference)
        print(f"{self.name}: one observer less, {len(self._observers)} left")

    def notify(self, event):
        for reference in list(self._observers):
            callback = reference()
            if callback is not None:
                callback(self, event)


class Logger:
    count = 0

    def __init__(self, prefix):
        self.prefix = prefix
        Logger.count += 1

    def __del__(self):
        Logger.count -= 1

    def on_event(self, subject, event):
        print(f"[{self.prefix:>8}] {subject.name!r} -> {event!s:^10}|")


s = Subject("sensor")
a = Logger("a")
b = Logger("longer prefix")
s.attach(a.on_event)
s.attach(b.on_event)
s.notify("start")
del a
s.notify({"level": 3, "unit": "dB"})
b = None
s.notify("nobody hears")
print(Logger.count, len(s._observers))
assert Logger.count == 0
