"""Runs scenarios under CPython, and compares what it finds after each statement of the module with what
Tetherscope exports: names, counts, edges, dead weak references, contents of weak containers, and output.

    python3 judge.py TETHERSCOPE FILE…

Each FILE is judged in an interpreter of its own. A hook stands behind each simple statement of the module: in
the syntax tree, because a tracing function would hold frames. Objects are matched by the names and slots that
lead to them, never by number. The collector is off but for the scenario's own gc.collect().
"""
import ast
import gc
import json
import os
import re
import subprocess
import sys
import weakref

JUMPS = (ast.Raise, ast.Break, ast.Continue, ast.Return)
LOOKED_AT = 500  # objects of one sample, those nearest to the names
PATIENCE = 20_000  # objects of all samples of one program
DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


class Hooks(ast.NodeTransformer):
    """Puts a call of the hook behind each simple statement of the module."""

    def body(self, statements):
        result = []
        for number, statement in enumerate(statements):
            result.append(self.visit(statement))
            docstring = (number == 0 and statement is self.first and isinstance(statement, ast.Expr)
                         and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str))
            compound = hasattr(statement, "body") and not isinstance(statement, DEFINITIONS)
            if compound or docstring or isinstance(statement, JUMPS):
                continue
            call = ast.Call(ast.Name("__sample__", ast.Load()), [ast.Constant(statement.lineno)], [])
            result.append(ast.copy_location(ast.Expr(call), statement))
        return result

    def generic_visit(self, node):
        if isinstance(node, ast.Module):
            self.first = node.body[0] if node.body else None
        if not isinstance(node, DEFINITIONS):
            for field in ("body", "orelse", "finalbody"):
                if isinstance(getattr(node, field, None), list):
                    setattr(node, field, self.body(getattr(node, field)))
            for handler in getattr(node, "handlers", []):
                handler.body = self.body(handler.body)
        return node


CONTAINERS = (weakref.WeakValueDictionary, weakref.WeakKeyDictionary, weakref.WeakSet)


def is_instance(value):
    return type(value).__module__ == "__main__" and not issubclass(type(value), (type, BaseException))


def drawn(value):
    if type(value) is tuple:
        return any(drawn(item) for item in value)
    return (type(value) in (list, dict, set, weakref.ref) or type(value) in CONTAINERS or is_instance(value))


def comparable(key):
    """Not an exception, function or method: whether those are drawn depends on what holds them."""
    if type(key) is tuple:
        return all(drawn(part) or comparable(part) for part in key)
    return isinstance(key, (int, float, str, type(None)))


def plain_text(key):
    return repr(key) if isinstance(key, (int, float, str, type(None))) else None


class World:
    """What one sample found: objects by their place in `objects`, which is the judge's only hold of them."""

    def __init__(self, names, attributes):
        self.objects = []
        self.place = {}
        self.names = {}
        self.found = []  # of each object: type, count, {slot: place or None}, weak target's place, members
        for name, value in names.items():
            if not name.startswith("__") and drawn(value):
                self.names["<module>", name] = self.add(value)
            if type(value) is type and value.__module__ == "__main__" and value.__name__ == name:
                for attribute in value.__dict__:
                    if not attribute.startswith("__") and drawn(value.__dict__[attribute]):
                        self.names[name, attribute] = self.add(value.__dict__[attribute])
        value = None
        for index in range(LOOKED_AT):
            if index == len(self.objects):
                break
            self.look(index, attributes)
        for index in range(min(len(self.objects), LOOKED_AT)):
            # the list's hold and that of the call's argument
            self.found[index]["count"] = sys.getrefcount(self.objects[index]) - 2
        self.objects.clear()

    def add(self, value):
        if id(value) not in self.place:
            self.place[id(value)] = len(self.objects)
            self.objects.append(value)
            self.found.append({})
        return self.place[id(value)]

    def look(self, index, attributes):
        value = self.objects[index]
        entry = self.found[index]
        entry["type"] = type(value).__name__
        slots = entry["slots"] = {}
        if type(value) in (list, tuple):
            for number, item in enumerate(value):
                if drawn(item):
                    slots[f"[{number}]"] = self.add(item)
        elif type(value) is dict:
            if all(comparable(key) or (drawn(key) and type(key) is not tuple) for key in value):
                entry["keys"] = [self.add(key) for key in value if drawn(key)]
            for key, item in value.items():
                if drawn(item) and not drawn(key) and plain_text(key):
                    slots["[" + plain_text(key) + "]"] = self.add(item)
        elif type(value) is set:
            if all(comparable(item) or (drawn(item) and type(item) is not tuple) for item in value):
                entry["members"] = sum(1 for item in value if drawn(item))
        elif type(value) is weakref.ref:
            entry["type"] = "ref"
            target = value()
            entry["dead"] = target is None
            if target is not None and drawn(target):
                slots["*"] = self.add(target)
        elif type(value) in CONTAINERS:
            content = value.data.values() if isinstance(value, weakref.WeakValueDictionary) else value.data
            entry["live"] = sum(1 for reference in content if reference() is not None)
        else:
            referents = {id(held) for held in gc.get_referents(value)}
            for attribute in attributes:
                try:
                    held = object.__getattribute__(value, attribute)
                except AttributeError:
                    continue
                if id(held) in referents and drawn(held):
                    slots[attribute] = self.add(held)


def in_library(path):
    """Whether the exception that is being handled has passed through Python code of a library: its frames hold
    what the same code here, written in C++, does not."""
    traceback = getattr(sys.exc_info()[1], "__traceback__", None)
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename not in (path, __file__):
            return True
        traceback = traceback.tb_next
    return False


def run_scenario(path):
    """In a process of its own: samples as JSON lines behind a mark in the output."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read(), path)
    attributes = sorted({node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} |
                        {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg} |
                        {node.target.id for node in ast.walk(tree)
                         if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)})
    tree = ast.fix_missing_locations(Hooks().visit(tree))
    code = compile(tree, path, "exec")
    namespace = {"__name__": "__main__"}
    samples = []

    looked = 0

    def sample(line):
        nonlocal looked
        if looked > PATIENCE:  # a long loop: its output is still compared
            samples.append(json.dumps({"line": line}))
            return
        world = World(namespace, attributes)
        samples.append(json.dumps({"line": line, "counted": not in_library(path), "found": world.found,
                                   "names": [[*place, index] for place, index in world.names.items()]}))
        looked += len(world.found)

    namespace["__sample__"] = sample
    gc.collect()
    gc.disable()
    try:
        exec(code, namespace)
    except BaseException as error:  # the exporter shows the same fault
        samples.append(json.dumps({"line": 0, "fault": type(error).__name__}))
    sys.stdout.flush()
    os.write(1, b"\0" + "\n".join(samples).encode())
    os._exit(0)


class Difference(Exception):
    pass


def expect(what, cpython, tetherscope):
    if cpython != tetherscope:
        raise Difference(f"{what}: CPython {cpython}, Tetherscope {tetherscope}")


def compare(sample, step):
    objects = {thing["id"]: thing for thing in step["objects"]}
    edges = {}
    for edge in step["edges"]:
        edges.setdefault(edge["from"], []).append(edge)
    found = sample["found"]
    matched = {}
    waiting = []

    def match(index, label, what):
        if index not in matched:
            matched[index] = label
            waiting.append((index, label))
        elif matched[index] != label:
            raise Difference(f"{what}: {label}, known as {matched[index]}")

    names = {(name["scope"], name["name"]): name["object"] for name in step["names"] if "object" in name}
    for scope, name, index in sample["names"]:
        if (scope, name) not in names:
            raise Difference(f"name {name} of {scope}: bound in CPython, unbound in Tetherscope")
        match(index, names[scope, name], name)
    for index, label in waiting:
        entry = found[index]
        if not entry:
            continue
        expect(f"type of {label}", entry["type"], objects[label]["type"])
        if entry["type"] != "ref" and sample["counted"]:
            expect(f"count of {label}", entry["count"], objects[label]["strong"])
        own = edges.get(label, [])
        targets = [edge["to"] for edge in own if edge["slot"] == "*"]
        if "dead" in entry and targets:  # none: of a function, or a bound method, that is not drawn
            expect(f"death of the target of {label}", entry["dead"], targets == [None])
        if "live" in entry:
            expect(f"live entries of {label}", entry["live"],
                   sum(1 for edge in own if edge["kind"] == "weak" and edge["to"] is not None))
        if "members" in entry:
            expect(f"members of {label}", entry["members"], sum(1 for edge in own if edge["slot"] == "{}"))
        if "keys" in entry:
            keys = [edge["to"] for edge in own if edge["slot"] == "key"]
            expect(f"number of keys of {label}", len(entry["keys"]), len(keys))
        by_slot = {edge["slot"]: edge["to"] for edge in own}
        for slot, target in entry["slots"].items():
            if len(slot) > 40:  # cut in the export
                continue
            if by_slot.get(slot) is None:
                raise Difference(f"{label}.{slot} leads nowhere in Tetherscope")
            match(target, by_slot[slot], f"{label}.{slot}")
    if len(set(matched.values())) != len(matched):
        raise Difference("one object of Tetherscope stands for two of CPython")


def without_addresses(text):
    """Nor line ends: the export tells of lines only (tst_cpython compares them)."""
    return re.sub(r"0x[0-9a-f]{6,}", "0x", text).replace("\n", "")


def expect_text(what, cpython, tetherscope):
    if cpython != tetherscope:
        same = len(os.path.commonprefix([cpython, tetherscope]))
        begin = max(same - 20, 0)
        expect(what, repr(cpython[begin:same + 40]), repr(tetherscope[begin:same + 40]))


def judge(tetherscope, path):
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8", PYTHONHASHSEED="0")
    here = os.path.dirname(os.path.abspath(__file__))
    environment["PYTHONPATH"] = os.path.join(here, "..", "..", "..", "resources", "python")
    ran = subprocess.run([sys.executable, "-S", __file__, "--run", path], env=environment, capture_output=True,
                         check=False, timeout=120)
    output, _, samples = ran.stdout.decode().rpartition("\0")
    samples = [json.loads(line) for line in samples.splitlines()]
    fault = samples.pop() if samples and "fault" in samples[-1] else None
    exported = subprocess.run([tetherscope, "export", path, "--format", "json", "--step", "all"],
                              capture_output=True, check=False, timeout=120)
    steps = [json.loads(line) for line in exported.stdout.splitlines()]
    if not steps:
        raise Difference("Tetherscope: " + exported.stderr.decode().strip())
    expect("ends with a fault", bool(fault), exported.returncode != 0)
    here_printed = "".join(line for step in steps for line in step["output"])
    expect_text("output", without_addresses(output), without_addresses(here_printed))
    module = [step for step in steps if step["scope"] == "<module>" and step["line"] and "raised" not in step
              and not step["source"].split()[0] in ("raise", "break", "continue")]
    expect("lines", [sample["line"] for sample in samples], [step["line"] for step in module])
    for sample, step in zip(samples, module):
        if "found" not in sample:
            break
        try:
            compare(sample, step)
        except Difference as difference:
            raise Difference(f"line {step['line']}, `{step['source']}`: {difference}") from None
    return len(samples)


def main(tetherscope, *paths):
    failed = 0
    statements = 0
    for path in paths:
        try:
            statements += judge(tetherscope, path)
        except Difference as difference:
            failed += 1
            print(f"{path}: {difference}")
    print(f"{len(paths) - failed} of {len(paths)} programs agree, {statements} samples")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1] == "--run":
        run_scenario(sys.argv[2])
    sys.exit(main(*sys.argv[1:]))
