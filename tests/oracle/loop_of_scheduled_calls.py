"""Event loop with callbacks that register callbacks; cancellation by weak handle."""
import weakref


class Handle:
    def __init__(self, loop, fn, args):
        self.loop = weakref.proxy(loop)
        self.fn, self.args = fn, args
        self.cancelled = False

    def cancel(self):
        self.cancelled = True
        self.fn = self.args = None
        try:
            self.loop.note("cancel")
        except ReferenceError:
            print("loop is gone")

    def __repr__(self):
        state = "cancelled" if self.cancelled else "pending"
        return f"<{type(self).__name__} {state}>"


class Loop:
    def __init__(self):
        self.ready, self.scheduled, self.time, self.notes = [], [], 0, []

    def note(self, what):
        self.notes.append((self.time, what))

    def call_soon(self, fn, args=()):
        h = Handle(self, fn, args)
        self.ready.append(h)
        return h

    def call_later(self, delay, fn, args=()):
        h = Handle(self, fn, args)
        self.scheduled.append((self.time + delay, len(self.scheduled), h))
        self.scheduled.sort(key=lambda entry: entry[:2])
        return h

    def run(self, steps=20):
        while (self.ready or self.scheduled) and steps:
            steps -= 1
            if not self.ready:
                when, _, h = self.scheduled.pop(0)
                self.time = max(self.time, when)
                self.ready.append(h)
            todo, self.ready = self.ready, []
            for h in todo:
                if h.cancelled:
                    continue
                fn, args = h.fn, h.args
                if len(args) == 0:
                    fn()
                elif len(args) == 1:
                    fn(args[0])
                else:
                    fn(args[0], args[1:])
        return self.time

    def __del__(self):
        print("loop closed", self.notes)


loop = Loop()


def tick(n):
    print(f"[{loop.time:>3}] tick {n}")
    if n:
        loop.call_later(n * 1.5, tick, (n - 1,))


tick(3)
late = loop.call_later(100, print, ("late", 1, 2))
soon = loop.call_soon(lambda: late.cancel())
print(loop.ready, late)
print(loop.run())
print(late, loop.notes)
del loop
soon.cancel()
