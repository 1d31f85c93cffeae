"""Transitions in a dict, listeners, and an error that says what is allowed."""


class Machine:
    transitions = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}

    def __init__(self):
        self.state = "idle"
        self.history = [self.state]
        self.listeners = {}

    def on(self, state, action):
        self.listeners.setdefault(state, []).append(action)

    def fire(self, event):
        key = self.state, event
        if key not in Machine.transitions:
            allowed = [e for s, e in Machine.transitions if s == self.state]
            raise ValueError(f"{event!r} is not allowed in state {self.state!r}: try {' or '.join(map_repr(allowed))}")
        self.state = Machine.transitions[key]
        self.history.append(self.state)
        for action in self.listeners.get(self.state, ()):
            action(self)


def map_repr(xs):
    return [repr(x) for x in xs]


m = Machine()
log = []
m.on("running", lambda machine: log.append(len(machine.history)))
for event in ["start", "pause", "start", "stop"]:
    m.fire(event)
print(m.history, log)
try:
    m.fire("pause")
except ValueError as e:
    print(e)
print(" -> ".join(m.history), len(set(m.history)), m.history.count("idle"))
