"""Random programs of the scenario language, judged by judge.py; what differs is shrunk to a few lines.

    python3 generate.py TETHERSCOPE [--seed N] [--count N] [--keep FOLDER]

Program number I of seed N is the same everywhere. Without --seed each run has its own, and prints it.
"""
import argparse
import os
import random
import sys
import tempfile
import time

import judge

PRELUDE = '''\
import gc
import sys
import weakref

class N:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

class Z(N):
    def __del__(self):
        print("saved", self.n)
        keep.append(self)

class Q(N):
    def __del__(self):
        print("looks", self.n, len(wv), len(wk), len(ws), len(l0), r0() is None)

class H(N):
    def __eq__(self, other):
        return isinstance(other, H) and self.n == other.n

    def __hash__(self):
        return self.n

def cb(n):
    return lambda r: print("cb", n, r() is None)

def local(a, b):
    c = N(900)
    d = [a, c]
    a = b
    return d

def boom(a):
    b = [a, N(901)]
    raise ValueError(b)

def through(a):
    c = N(902)
    boom(a)

def closure(a):
    def inner():
        return a
    return inner

def own(a):
    def again():
        return again, a
    return 0

keep = []
n0 = n1 = n2 = n3 = n4 = None
l0 = []
l1 = []
d0 = {}
s0 = set()
r0 = r1 = r2 = lambda: None
f0 = f1 = None
wv = weakref.WeakValueDictionary()
wk = weakref.WeakKeyDictionary()
ws = weakref.WeakSet()
'''

CHOICES = [
    (12, "{v} = {cls}({n})"), (6, "{v} = {w}"), (4, "{v}, {w} = {w}, {v}"), (4, "{v} = None"),
    (3, "{v} = [{w}, {x}]"), (2, "{v} = ({w}, {x})"), (2, "{v} = {{'a': {w}, {n}: {x}}}"),
    (9, "? {v}.a = {w}"), (6, "? {v}.b = {w}"), (4, "? {v}.a.b = {w}"), (3, "? del {v}.a"), (4, "? {v} = {w}.a"),
    (4, "? {v}.me = {v}"),
    (6, "{l}.append({v})"), (3, "? {v} = {l}.pop()"), (2, "{l}.clear()"), (2, "{l}[:] = [{v}, {cls}({n}), {w}]"),
    (2, "del {l}[0:1]"), (2, "{l} += [{v}]"), (2, "{l} = [x for x in {l} if x is not {v}]"),
    (4, "? d0[{k}] = {v}"), (2, "? d0[{v}] = {w}"), (2, "{v} = d0.get({k})"), (2, "d0.pop({k}, None)"), (1, "d0.clear()"),
    (2, "? s0.add({v})"), (1, "? s0.discard({v})"), (1, "s0.clear()"),
    (5, "? {r} = weakref.ref({v})"), (6, "? {r} = weakref.ref({v}, cb({n}))"), (5, "{v} = {r}()"),
    (2, "? print(weakref.getweakrefcount({v}))"),
    (5, "? wv[{k}] = {v}"), (3, "{v} = wv.get({k})"), (2, "print(sorted(wv.keys()), len(wv))"), (1, "wv.pop({k}, None)"),
    (3, "? wk[{v}] = {w}"), (2, "print(len(wk), len(ws))"), (3, "? ws.add({v})"),
    (2, "? weakref.finalize({v}, print, 'fin', {n})"), (1, "? weakref.finalize({v}, l0.append, {w})"),
    (2, "? {v}.p = weakref.proxy({w})"), (2, "? {v} = weakref.WeakMethod({w}.__init__)"),
    (5, "gc.collect()"), (2, "keep.clear()"), (1, "{v} = keep"),
    (3, "{v} = local({w}, {x})"), (2, "local({v}, {cls}({n}))"),
    (3, "f0 = closure({v})"), (1, "f0 = None"), (2, "own({v})"), (2, "{v} = f0() if f0 else None"),
    (3, "? through({v})"), (3, "! through({v})"), (2, "! {v}.zz"),
    (2, "for x in [{v}, {w}]:\n    y = x\ndel x, y"), (2, "for i, x in enumerate({l}):\n    {v} = x\n    break"),
    (1, "for k, x in wv.items():\n    print(k)"), (1, "for x in {l}:\n    {l}.pop()"),
    (2, "if {v} is not None:\n    print(sys.getrefcount({v}))"), (1, "del {v}\n{v} = None"),
]


def statement(random_):
    template = random_.choices([text for _, text in CHOICES], [weight for weight, _ in CHOICES])[0]
    names = random_.sample(["n0", "n1", "n2", "n3", "n4"], 3)
    if random_.random() < 0.15:
        names[1] = names[0]
    text = template.lstrip("?! ").format(
        v=names[0], w=names[1], x=names[2], l=random_.choice(["l0", "l1"]), r=random_.choice(["r0", "r1", "r2"]),
        cls=random_.choice("NNNNZQH"), n=random_.randrange(100), k=random_.randrange(3))
    if template[0] == "?":
        return "try:\n    " + text + "\nexcept Exception as e:\n    print(type(e).__name__)"
    if template[0] == "!":
        return "try:\n    " + text + "\nexcept Exception as e:\n    n4 = e"
    return text


def program(seed, number):
    random_ = random.Random(f"{seed}/{number}")
    return [statement(random_) for _ in range(random_.randint(30, 80))]


def difference(tetherscope, statements, folder):
    """What the judge says; None: they agree."""
    path = os.path.join(folder, "program.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PRELUDE + "\n".join(statements) + "\n")
    try:
        judge.judge(tetherscope, path)
    except judge.Difference as found:
        return str(found)
    return None


def shrunk(tetherscope, statements, folder):
    """Without each run of statements that the difference does not need: half of them, a quarter, …, one."""
    size = len(statements) // 2
    while size > 0:
        begin = 0
        while begin < len(statements):
            fewer = statements[:begin] + statements[begin + size:]
            if difference(tetherscope, fewer, folder) is not None:
                statements = fewer
            else:
                begin += size
        size //= 2
    return statements


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tetherscope")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--keep", help="a folder for the programs that differ")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.count):
            statements = program(options.seed, number)
            if difference(options.tetherscope, statements, folder) is None:
                continue
            failed += 1
            statements = shrunk(options.tetherscope, statements, folder)
            print(f"--- seed {options.seed}, program {number}: {difference(options.tetherscope, statements, folder)}")
            print("\n".join(statements), flush=True)
            if options.keep:
                with open(os.path.join(options.keep, f"{options.seed}_{number}.py"), "w", encoding="utf-8") as file:
                    file.write(PRELUDE + "\n".join(statements) + "\n")
    print(f"seed {options.seed}: {options.count - failed} of {options.count} programs agree")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
