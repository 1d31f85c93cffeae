"""finally on every way out; an exception from another one."""


class Transaction:
    log = []

    def __init__(self, name):
        self.name = name
        self.open = False

    def begin(self):
        self.open = True
        Transaction.log.append(("begin", self.name))
        return self

    def end(self, error):
        self.open = False
        Transaction.log.append(("rollback" if error else "commit", self.name))


def run(name, work):
    t = Transaction(name).begin()
    error = None
    try:
        return work(t)
    except ValueError as e:
        error = e
        raise RuntimeError(f"{name} failed") from e
    finally:
        t.end(error)


print(run("ok", lambda t: t.open))


def bad(t):
    raise ValueError("bad data")


try:
    run("bad", bad)
except RuntimeError as e:
    print(e, "because of", repr(e.__cause__), e.__context__ is e.__cause__)
for entry in Transaction.log:
    print(entry[0], entry[1], sep=": ", end=";\n")


def flow():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("i", i)
        finally:
            print("cleanup", i)
    else:
        print("never")
    while True:
        try:
            return "returned"
        finally:
            print("last")


print(flow())
