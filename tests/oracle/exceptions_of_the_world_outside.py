"""The exceptions of files, connections and of the end: their classes, their texts, what catches what."""
import gc
import weakref


class Disk:
    def __init__(self, size):
        self.size = size

    def __del__(self):
        print("disk of", self.size, "is gone")


class DiskFull(OSError):
    def __init__(self, disk, needed):
        super().__init__(f"{needed} do not fit into {disk.size}")
        self.disk = disk


class Retry(ConnectionError):
    pass


def write(disk, size):
    if size > disk.size:
        raise DiskFull(disk, size)
    if size == 0:
        raise FileNotFoundError("nothing to write")
    if size < 0:
        raise TimeoutError
    return size


disk = Disk(10)
for size in (5, 50, 0, -1):
    try:
        print(write(disk, size))
    except FileNotFoundError as e:
        print("not found:", e)
    except OSError as e:
        print(type(e).__name__, repr(str(e)), e.args, isinstance(e, IOError))

kept = None
try:
    write(disk, 11)
except EnvironmentError as e:
    kept = e
del disk
print("held by", repr(kept))
kept = None

for cls in (BlockingIOError, BrokenPipeError, BufferError, ChildProcessError, ConnectionAbortedError,
            ConnectionRefusedError, ConnectionResetError, DeprecationWarning, EOFError, FileExistsError,
            FloatingPointError, FutureWarning, GeneratorExit, IndentationError, InterruptedError,
            IsADirectoryError, KeyboardInterrupt, ModuleNotFoundError, NotADirectoryError, PermissionError,
            ProcessLookupError, ResourceWarning, RuntimeWarning, StopAsyncIteration, SyntaxError, SystemError,
            SystemExit, TimeoutError, UnicodeError, UserWarning, Warning, Retry):
    bases = [base.__name__ for base in (Exception, OSError, ConnectionError, ImportError, SyntaxError, ValueError,
                                        ArithmeticError, Warning) if issubclass(cls, base)]
    error = cls("text")
    print(cls.__name__, bases, repr(error), str(error))
print(OSError is IOError, OSError is EnvironmentError, str(SyntaxError()) != "", repr(OSError()))

attempts = []
while True:
    try:
        attempts.append(len(attempts))
        if len(attempts) < 3:
            raise Retry(len(attempts))
        raise KeyboardInterrupt
    except Exception as e:
        print("again after", e)
    except BaseException as e:
        print("stopped by", repr(e))
        break
print(attempts, __doc__.split(":")[0])


class Stops:
    def __del__(self):
        raise SystemExit(3)


stops = Stops()
seen = weakref.ref(stops)
stops = None
gc.collect()
print(seen())


# The text of an exception is made of its arguments also where its class has a __repr__ of its own.
class Shown(LookupError):
    def __repr__(self):
        return "Shown"


class ShownKey(KeyError):
    def __repr__(self):
        return "ShownKey"


print(Shown("text"), [Shown("text")], f"{Shown(1, 2)} {Shown()!r}", str(ShownKey("key")), [ShownKey("key")])
