#!/usr/bin/env python3
"""The same scenario under CPython: milliseconds from its text to its end, the median of some runs behind one that warms up.

    traced.py FILE          as it is
    traced.py FILE --trace  under the least tracer that could feed such a picture: at each line of the scenario, and at each
                            return, the line and every local name with its object's identity and reference count.

The tracer does not look into objects, so it knows of no edge, nor of anything that happens within a line. Lines of
modules that the scenario imports are not traced.
"""

import gc
import statistics
import sys
import time

RUNS = 3


def tracer_into(record, filename):
    getrefcount = sys.getrefcount
    append = record.append

    def local(frame, event, argument):
        if event != "exception":
            append((frame.f_lineno, event,
                    [(name, id(value), getrefcount(value)) for name, value in frame.f_locals.items()]))
        return local

    def trace(frame, event, argument):
        return local if frame.f_code.co_filename == filename else None

    return trace


def milliseconds(text, filename, traced):
    record = []
    gc.collect()
    gc.disable()  # as in the scenario language
    began = time.perf_counter()
    code = compile(text, filename, "exec")
    if traced:
        sys.settrace(tracer_into(record, filename))
    try:
        exec(code, {"__name__": "__main__"})
    finally:
        sys.settrace(None)
    return (time.perf_counter() - began) * 1000


def main():
    filename, traced = sys.argv[1], "--trace" in sys.argv[2:]
    with open(filename, encoding="utf-8") as file:
        text = file.read()
    times = [milliseconds(text, filename, traced) for _ in range(RUNS + 1)]
    print(f"{statistics.median(times[1:]):.3f}")


if __name__ == "__main__":
    main()
