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
from tetherscope import weak_cached

class N:
    shared = None

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __repr__(self):
        return f"N{self.n}"

    def __hash__(self):
        return self.n

    def itself(self, other=None):
        return self if other is None else other

class Z(N):
    def __del__(self):
        print("saved", self.n)
        keep.append(self)

class Q(N):
    def __del__(self):
        print("looks", self.n, len(wv), len(wk), len(ws), len(l0), r0() is None, wv.get(0), d0.get(1) is None)

class H(N):
    def __eq__(self, other):
        return isinstance(other, H) and self.n == other.n

    def __hash__(self):
        return self.n

class G(N):
    def __del__(self):
        print("collects", self.n)
        gc.collect()

class B(N):
    def __init__(self, n):
        super().__init__(n)
        self.a = N(n + 100)
        self.a.up = weakref.ref(self)
        if n % 5 == 0:
            raise ValueError(self)

class M(N):
    def __del__(self):
        global n0
        print("moves", self.n)
        n0, self.b = getattr(self, "a", None), n0

class S(H):
    def __init__(self, n, other=None):
        super().__init__(n)
        self.kept = [other]

    def __del__(self):
        super().__del__()
        print("S", len(self.kept), self.kept[0] is None)

class E(Exception):
    def __init__(self, what):
        super().__init__("E")
        self.what = what

    def __hash__(self):
        return 77

    def __del__(self):
        print("E dies")

@weak_cached
class W:
    n: int
    owner: object = None

    def __del__(self):
        print("W", self.n)

def cb(n):
    return lambda r: print("cb", n, r() is None)

def drop(r):
    global n1
    print("drops")
    n1 = None
    l1.clear()

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

def caught(a):
    c = N(903)
    try:
        through(a)
    except ValueError as e:
        kept = e
        return kept if isinstance(a, H) else c
    finally:
        print("finally")

def chained(a, b):
    try:
        boom(a)
    except ValueError as e:
        raise E(b) from (e if isinstance(b, N) else None)

def again(a):
    try:
        through(a)
    except ValueError:
        c = N(904)
        raise

def renew(r):
    global r2
    print("renews")
    if isinstance(n2, N):
        r2 = weakref.ref(n2, renew)

def once_more():
    local = N(906)
    raise

def leaves(a):
    for b in [a, N(907)]:
        try:
            boom(b)
        finally:
            if b is not a or isinstance(a, N):
                return b

def nested(a):
    try:
        try:
            through(a)
        except KeyError:
            print("never")
        except ValueError as e:
            b = e
            once_more()
        finally:
            c = N(908)
    except ValueError as e:
        return [e is b, b.args, c]
    finally:
        a = None

def collects(a, b):
    c = [a, b]
    c.append(c)
    gc.collect()
    return c

def closure(a):
    def inner():
        return a
    return inner

def counter(a):
    seen = [a]
    def count(b=a):
        nonlocal a
        seen.append(b)
        a, b = b, a
        return len(seen)
    return count

def own(a):
    def again():
        return again, a
    return 0

def deep(a, n):
    b = N(905)
    return deep([a, b], n - 1) if n else a

def chain(a, n):
    for i in range(n):
        b = N(910 + i)
        b.next = a
        a = b
    return a

keep = []
n0 = n1 = n2 = n3 = n4 = None
l0 = []
l1 = []
d0 = {}
s0 = set()
r0 = r1 = r2 = lambda: None
f0 = f1 = None
i0 = i1 = iter(())
wv = weakref.WeakValueDictionary()
wk = weakref.WeakKeyDictionary()
ws = weakref.WeakSet()
'''

# A weight and a statement: "?" may raise, and its exception is printed; "!" keeps its exception in n4; "&" may raise,
# and its exception is lost at once. What goes into sets has a hash of its own: by default that is the address, and the
# order of a set would not be the same in two runs of CPython.
CHOICES = [
    (14, "{v} = {cls}({n})"), (2, "? {v} = B({n})"), (6, "{v} = {w}"), (4, "{v}, {w} = {w}, {v}"), (4, "{v} = None"),
    (3, "{v} = [{w}, {x}]"), (2, "{v} = ({w}, {x})"), (2, "{v} = {{'a': {w}, {n}: {x}}}"), (1, "{v} = {w} = {cls}({n})"),
    (2, "{v}, {w}, {x} = {x}, {v}, {w}"), (1, "? {v}, {w} = {l}"), (1, "({v}, {w}), {x} = ({w}, {x}), {cls}({n})"),
    (9, "? {v}.a = {w}"), (6, "? {v}.b = {w}"), (4, "? {v}.a.b = {w}"), (3, "? del {v}.a"), (4, "? {v} = {w}.a"),
    (4, "? {v}.me = {v}"), (2, "? {v}.a, {v}.b = {w}.b, {w}.a"), (2, "? {v} = chain({w}, {k} + 1)"),
    (2, "N.shared = {v}"), (1, "{v} = N.shared"), (1, "? print({v}.a is {w}.b, {v}.a)"),
    (6, "{l}.append({v})"), (3, "? {v} = {l}.pop()"), (2, "{l}.clear()"), (2, "{l}[:] = [{v}, {cls}({n}), {w}]"),
    (2, "del {l}[0:1]"), (2, "{l} += [{v}]"), (2, "{l} = [x for x in {l} if x is not {v}]"), (1, "{l}.append({l})"),
    (1, "{l} = {l} * 2"), (1, "{l}.reverse()"), (1, "{l}.insert({k}, {v})"), (1, "? {l}.remove({v})"), (1, "{l}.extend(l1)"),
    (1, "{l}.sort(key=lambda x: x.n if isinstance(x, N) else -1)"), (1, "? {l}[{k}] = {v}"), (1, "{v} = {l}[{k}:]"),
    (1, "{l} = sorted([x for x in {l} if isinstance(x, N)], key=lambda x: x.n)"), (1, "{v} = tuple({l})"), (1, "{l} = list({l})"),
    (1, "? {v} = {l}[{k}]"), (1, "? {l}[{k}], {v} = {v}, {l}[{k}]"), (1, "? {v} = min({l}, key=lambda x: x.n)"),
    (1, "print({v} in {l}, any(isinstance(x, N) and x is {v} for x in {l}), len({l}))"),
    (4, "? d0[{k}] = {v}"), (2, "? d0[{v}] = {w}"), (2, "{v} = d0.get({k})"), (2, "d0.pop({k}, None)"), (1, "d0.clear()"),
    (1, "d0 = {{k: x for k, x in d0.items() if x is not {v}}}"), (1, "{v} = d0.setdefault({k}, {w})"), (1, "? print(d0.popitem()[1])"),
    (1, "d0.update({{{k}: {v}, 'u': {w}}})"), (1, "{v} = dict(d0)"), (1, "{v} = list(d0.values())"), (1, "{v} = d0.items()"),
    (1, "? del d0[{k}]"), (1, "? del d0[{v}]"), (1, "d0['d'] = d0"),
    (2, "if isinstance({v}, N):\n    s0.add({v})"), (1, "if isinstance({v}, N):\n    s0.discard({v})"), (1, "s0.clear()"),
    (1, "s0 = {{x for x in s0 if x is not {v}}}"), (1, "s0 |= {{{cls}({n})}}"), (1, "{v} = s0 - {{{cls}({n})}}"), (1, "{v} = frozenset(s0)"),
    (5, "? {r} = weakref.ref({v})"), (6, "? {r} = weakref.ref({v}, cb({n}))"), (5, "{v} = {r}()"), (1, "{v} = {r}"),
    (1, "? {r} = weakref.ref({v}, drop)"), (1, "? {r} = weakref.ref({v}, {l}.append)"), (1, "? {r} = weakref.ref({v}, closure({w}))"),
    (2, "if isinstance({v}, N):\n    print(weakref.getweakrefcount({v}), len(weakref.getweakrefs({v})))"), (1, "print(r0 is r1, r0 == r1)"),
    (1, "if isinstance({v}, N):\n    print([x() is {v} for x in weakref.getweakrefs({v})])"), (2, "? {v}.r = weakref.ref({w}, cb({n}))"),
    (1, "? {r} = weakref.ref(lambda: {v})"), (1, "? {r} = weakref.ref(closure, cb({n}))"),
    (5, "? wv[{k}] = {v}"), (3, "{v} = wv.get({k})"), (2, "print(sorted(wv.keys(), key=str), len(wv))"), (1, "wv.pop({k}, None)"),
    (1, "? {v} = wv.setdefault({k}, {w})"), (1, "? wv[{v}] = {w}"), (1, "? del wv[{k}]"), (1, "print({k} in wv, wv.get(1) is None)"),
    (1, "? {v} = wv[{k}]"), (1, "? wv['x'] = {cls}({n})"), (1, "wv.clear()"), (1, "? {v}.wv = weakref.WeakValueDictionary({{1: {w}}})"),
    (3, "? wk[{v}] = {w}"), (2, "print(len(wk), len(ws))"), (3, "if isinstance({v}, (N, E)):\n    ws.add({v})"), (1, "? wk[{v}] = {v}"), (1, "? print(wk.get({v}))"),
    (1, "? wk.pop({v}, None)"), (1, "? {v} = wk[{w}]"), (1, "? del wk[{v}]"), (1, "? print({v} in wk, {v} in ws)"), (1, "ws.clear()"),
    (1, "? ws.discard({v})"), (1, "? ws.remove({v})"), (1, "{v} = list(ws)"), (1, "{v} = list(wk)"), (1, "? print(sorted(x.n for x in ws))"),
    (2, "? {v} = weakref.finalize({w}, print, 'fin', {n})"), (1, "? weakref.finalize({v}, l0.append, {w})"), (1, "? f1 = weakref.finalize({v}, closure({w}))"),
    (1, "? print(f1.alive, f1.detach() is None)"), (1, "? f1()"), (1, "? {v} = f1.peek()"),
    (2, "? {v}.p = weakref.proxy({w})"), (1, "? {v}.p.a = {w}"), (1, "? {v} = {w}.p.itself()"), (1, "? {v}.p = weakref.proxy({w}, cb({n}))"),
    (1, "? print({v}.p.n, {v}.p == {w})"),
    (2, "? {v} = weakref.WeakMethod({w}.itself)"), (1, "? {v}.m = weakref.WeakMethod({w}.itself, cb({n}))"), (1, "? {v} = {w}.m()()"),
    (2, "? {v}.m = {w}.itself"), (1, "? {v} = {w}.m()"), (1, "? {l}.append({v}.itself)"), (1, "? {v} = {w}.itself({x})"),
    (6, "gc.collect()"), (2, "keep.clear()"), (1, "{v} = keep"), (1, "{l}.clear()\ngc.collect()\ngc.collect()"),
    (3, "{v} = local({w}, {x})"), (2, "local({v}, {cls}({n}))"), (1, "{v} = deep({w}, {k})"), (1, "local(b={v}, a={cls}({n}))"),
    (3, "f0 = closure({v})"), (1, "f0 = None"), (2, "own({v})"), (2, "{v} = f0() if f0 else None"), (2, "f0 = counter({v})"),
    (1, "f1 = lambda a={v}, b={w}: a"), (1, "f0 = lambda: (f0, {v})"), (1, "? {v}.f = lambda: {v}"), (1, "? {v}.f = closure({w})"),
    (1, "? {v} = {w}.f()"), (1, "{v} = [lambda: x for x in ({w}, {x})]"), (1, "{v} = iter([{w}, {x}])"), (1, "? {v} = next({w})"),
    (1, "{l}.append(closure({v}))"), (1, "{l} = [lambda a={v}: a, closure({w}), {l}]"), (1, "? {v} = {l}[0]()"), (1, "? f0.kept = {v}"),
    (1, "closure.kept = {v}"), (1, "closure.kept = None"), (1, "{v} = S({n}, {w})"), (1, "? {v}.kept.append({w})"), (1, "{v} = [S({k}), S({k})]"),
    (1, "{v} = collects({w}, {cls}({n}))"), (1, "collects({v}, {w})"), (1, "? {v} = leaves({w})"), (1, "{v} = nested({w})"), (1, "nested({cls}({n}))"),
    (1, "wv.update({{{k}: S({n}), 'u': S({k})}})"), (1, "? wv.update({{{k}: {v}}})"), (1, "? {v} = wv.popitem()[1]"), (1, "wv = weakref.WeakValueDictionary(wv)"),
    (1, "{v} = dict(wv)"), (1, "? {v} = wk.setdefault({w}, {x})"), (1, "? wk.update({{{v}: {w}}})"), (1, "? {v} = wk.popitem()"), (1, "wk = weakref.WeakKeyDictionary(wk)"),
    (1, "? wk[H({k})] = {v}"), (1, "? {v} = wk.pop(H({k}), None)"), (1, "{v} = H({k})\nwk[{v}] = [{w}]"), (1, "ws.update([x for x in ({v}, {w}) if isinstance(x, (N, E))])"), (1, "? print(H({k}) in wk, H({k}) in ws)"),
    (1, "? {r} = weakref.ref({v}, renew)"), (1, "? {l}.append(weakref.WeakMethod({v}.itself, cb({n})))"), (1, "? {v} = {l}[-1]()()"),
    (1, "{v} = [[y, x] for x in [{v}, {cls}({n})] for y in [x, {w}]]"), (1, "{v} = {{x: [y] for x, y in [({k}, {w}), ('c', {cls}({n}))]}}"),
    (1, "? {v} = [x.a for x in {l} if x is not {w}]"), (1, "del {l}[{k}:]"), (1, "del {l}[::2]"), (1, "? {l}[::2] = [{v}, {w}]"), (1, "{l}[{k}:{k}] = [{v}, {cls}({n})]"),
    (2, "? print(len(repr({v})) > 0, len(str({w})) > 0)"), (1, "? n4.args = (n4,)"),
    (1, "? n4.__traceback__ = None"), (1, "? n4.args = ({v}, {cls}({n}))"), (1, "? n4.__cause__ = E({v})"), (1, "? n4.b = {v}"), (1, "? {v}.e = n4"),
    (1, "! {v} = once_more()"), (1, "! for x in [{v}, {w}]:\n        through(x) if x is None else boom({cls}({n}))"),
    (1, "try:\n    try:\n        boom({v})\n    except ValueError as e:\n        {w}.k = e\n        once_more()\nexcept Exception as e:\n    n4 = e"),
    (3, "? through({v})"), (3, "! through({v})"), (2, "! {v}.zz"), (2, "! caught({v})"), (2, "{v} = caught({w})"), (2, "! chained({v}, {w})"),
    (1, "& chained({v}, {w})"), (1, "! again({v})"), (1, "! raise E({v})"), (1, "! d0[{v}]"), (1, "! {v}()"), (1, "! boom({cls}({n}))"),
    (1, "! {v}.a = boom({w})"), (1, "! [{cls}({n}), {v}, boom({w})]"), (1, "? {v} = n4.args"), (1, "? {v} = n4.__context__"), (1, "? n4.what = n4"),
    (1, "? n4 = [n4, {v}]"), (1, "! for x in [{v}, {cls}({n})]:\n        boom(x)"), (1, "! raise KeyError({v}) from E({w})"),
    (1, "try:\n    try:\n        through({v})\n    except ValueError as e:\n        {w}.zz = boom(e)\nexcept Exception as e:\n    n4 = e"),
    (1, "try:\n    try:\n        boom({v})\n    finally:\n        {v} = {cls}({n})\nexcept ValueError:\n    print('handled')"),
    (1, "while {l}:\n    try:\n        {v} = {l}.pop()\n        break\n    finally:\n        {w} = None"),
    (2, "for x in [{v}, {w}]:\n    y = x\ndel x, y"), (2, "for i, x in enumerate({l}):\n    {v} = x\n    break"), (1, "for x in {l}[:]:\n    x = None"),
    (1, "for k, x in wv.items():\n    print(k)"), (1, "for x in {l}:\n    {l}.pop()"), (1, "? for k in wv:\n        {v} = {w} = {x} = None\n        print(k)"),
    (1, "for x, y in zip({l}, l1):\n    {v} = x"), (1, "? for k, x in d0.items():\n        d0[{n}] = x"), (1, "for x in reversed({l}):\n    {v} = x"),
    (1, "for x in [{cls}({n}), {v}]:\n    if x is {v}:\n        continue\n    {v} = None\nelse:\n    x = None"),
    (1, "i0 = iter({l})"), (1, "i0 = enumerate({l})"), (1, "{v} = next(i0, None)"), (1, "i1 = zip(l0, l1)"), (1, "{v} = next(i1, None)"),
    (1, "i1 = iter(d0.items())"), (1, "i0 = i1 = None"), (1, "i0 = reversed({l})"), (1, "i1 = iter(wv.values())"), (1, "i1 = iter(ws)"),
    (2, "if isinstance({v}, N):\n    print(sys.getrefcount({v}))"), (1, "del {v}\n{v} = None"), (1, "? print(sys.getrefcount({v}) if isinstance({v}, N) else 0)"),
    (2, "{v} = W({k})"), (1, "{v} = W({k}, {w})"), (1, "print(W({k}) is {v})"), (1, "? {v}.w = W({k})"),
    (1, "class K:\n    held = {v}\n    def f(self, a={w}):\n        return a\n{v} = K()"), (1, "class K:\n    a = {cls}({n})\n    b = a\ndel K"),
    (1, "{v} = {cls}({n}) and {w}"), (1, "{v} = {w} if {cls}({n}) == {x} else {x}"), (1, "print(f'{{{cls}({n})}} {{{v} is {w}}}')"), (1, "{cls}({n}).a = {cls}({n})"),
    (1, "print([x.n for x in [{cls}({n}), {cls}({k})]])"), (1, "{v} = [{cls}({n}), {cls}({k})][0]"), (1, "print(isinstance({v}, N), hasattr({v}, 'a'))"),
    (1, "? setattr({v}, 'b', getattr({w}, 'a'))"), (1, "? {v} = {w} + [{x}]"), (1, "? {v} += [{w}]"),
]


TEXTS = [text for _, text in CHOICES]
WEIGHTS = [weight for weight, _ in CHOICES]
PRINTED = "try:\n    {}\nexcept Exception as e:\n    print(type(e).__name__, e)"
KEPT = "try:\n    {}\nexcept Exception as e:\n    n4 = e"
LOST = "try:\n    {}\nexcept Exception:\n    pass"
WRAPPINGS = {"?": PRINTED, "!": KEPT, "&": LOST}


def statement(random_):
    template = random_.choices(TEXTS, WEIGHTS)[0]
    names = random_.sample(["n0", "n1", "n2", "n3", "n4"], 3)
    if random_.random() < 0.15:
        names[1] = names[0]
    text = template.lstrip("?!& ").format(
        v=names[0], w=names[1], x=names[2], l=random_.choice(["l0", "l1"]), r=random_.choice(["r0", "r1", "r2"]),
        cls=random_.choice("NNNNZQHGMS"), n=random_.randrange(100), k=random_.randrange(3))
    wrapping = WRAPPINGS.get(template[0])
    return wrapping.format(text) if wrapping else text


def program(seed, number):
    random_ = random.Random(f"{seed}/{number}")
    return [statement(random_) for _ in range(random_.randint(30, 80))]


class Trial:
    """Judges lists of statements, behind the prelude."""

    def __init__(self, tetherscope, folder):
        self.tetherscope = tetherscope
        self.path = os.path.join(folder, "program.py")
        self.reference = judge.Reference()

    def difference(self, statements):
        """What the judge says; None: they agree."""
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(PRELUDE + "\n".join(statements) + "\n")
        try:
            judge.judge(self.tetherscope, self.path, self.reference)
        except judge.Difference as found:
            return str(found)
        return None

    def shrunk(self, statements):
        """Without each run of statements that the difference does not need: half of them, a quarter, …, one."""
        size = len(statements) // 2
        while size > 0:
            begin = 0
            while begin < len(statements):
                fewer = statements[:begin] + statements[begin + size:]
                if self.difference(fewer) is not None:
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
    parser.add_argument("--first", type=int, default=0, help="the number of the first program")
    parser.add_argument("--keep", help="a folder for the programs that differ")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.tetherscope, folder)
        for number in range(options.first, options.first + options.count):
            statements = program(options.seed, number)
            if trial.difference(statements) is None:
                continue
            failed += 1
            statements = trial.shrunk(statements)
            print(f"--- seed {options.seed}, program {number}: {trial.difference(statements)}")
            print("\n".join(statements), flush=True)
            if options.keep:
                with open(os.path.join(options.keep, f"{options.seed}_{number}.py"), "w", encoding="utf-8") as file:
                    file.write(PRELUDE + "\n".join(statements) + "\n")
        trial.reference.close()
    print(f"seed {options.seed}: {options.count - failed} of {options.count} programs agree")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
