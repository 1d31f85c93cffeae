"""An exception keeps its frames.

A caught exception that is kept holds the variables of every function it passed through. Watch who holds the big object."""
import weakref

class Big:
    pass

def work():
    big = Big()
    watches.append(weakref.ref(big))
    raise ValueError("no luck")

watches = []
kept = None

# Caught and dropped: the frames go with the exception.
try:
    work()
except ValueError as error:
    pass
assert watches[0]() is None

# Caught and kept: so is everything the frames hold.
try:
    work()
except ValueError as error:
    kept = error
assert watches[1]() is not None

# Let go of the exception, and its frames let go, too.
kept = None
assert watches[1]() is None
