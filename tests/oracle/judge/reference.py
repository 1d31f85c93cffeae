"""The CPython side of the judge: runs scenarios, and finds what exists after each statement of the module.

    python3 -S reference.py         answers paths on standard input, one a line; see Reference in judge.py

A hook stands behind each simple statement of the module: in the syntax tree, because a tracing function would
hold frames. Objects are told apart by the names and slots that lead to them, never by number. The collector is
off but for the scenario's own gc.collect(). Each scenario runs in a process of its own, forked.
"""
import ast
import gc
import json
import os
import signal
import sys
import weakref

JUMPS = (ast.Raise, ast.Break, ast.Continue, ast.Return)
LOOKED_AT = 5_000  # objects of one sample, those nearest to the names
PATIENCE = 100_000  # objects of all samples of one program
SECONDS = 120  # for one program
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
        self.found = []  # of each object: type, count, places by slot, groups of places that share a slot
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
            self.look_at_entries(entry, value.items())
        elif type(value) is set:
            self.group(entry, "{}", value)
        elif type(value) is weakref.ref:
            entry["type"] = "ref"
            target = value()
            entry["dead"] = target is None
            if target is not None and drawn(target):
                slots["*"] = self.add(target)
        elif type(value) in CONTAINERS:
            self.look_into(entry, value)
        else:
            referents = {id(held) for held in gc.get_referents(value)}
            for attribute in attributes:
                try:
                    held = object.__getattribute__(value, attribute)
                except AttributeError:
                    continue
                if id(held) in referents and drawn(held) and getattr(type(value), attribute, None) is not held:
                    slots[attribute] = self.add(held)

    def group(self, entry, slot, members):
        """Those that are drawn, of what stands in slots of one name; only where all can be told apart."""
        if all(comparable(member) or (drawn(member) and type(member) is not tuple) for member in members):
            entry.setdefault("groups", {})[slot] = [self.add(member) for member in members if drawn(member)]

    def look_at_entries(self, entry, items):
        """Under a key with a text the object has a slot of its own; under another one a slot named for the key."""
        items = list(items)
        self.group(entry, "key", [key for key, _ in items])
        for key, item in items:
            if not drawn(item):
                continue
            if plain_text(key):
                entry["slots"]["[" + plain_text(key) + "]"] = self.add(item)
            elif drawn(key) and type(key) is not tuple:
                entry.setdefault("keyed", []).append((self.add(key), self.add(item)))

    def count_live(self, entry, targets):
        if all(drawn(target) for target in targets):
            entry["live"] = len(targets)

    def look_into(self, entry, container):
        """A weak container: the references in it must not be asked for by its own methods, which tidy up."""
        if isinstance(container, weakref.WeakValueDictionary):
            content = [(key, reference()) for key, reference in container.data.items()]
            self.count_live(entry, [target for _, target in content if target is not None])
            self.look_at_entries(entry, content)
            return
        alive = [target for target in (reference() for reference in container.data) if target is not None]
        self.count_live(entry, alive)
        self.group(entry, "{}" if isinstance(container, weakref.WeakSet) else "key", alive)
        if isinstance(container, weakref.WeakKeyDictionary):
            self.group(entry, "value", [value for value in container.data.values()])


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
    except BaseException as error:  # the exporter shows the same fault, and nothing after it
        samples.append(json.dumps({"line": 0, "fault": type(error).__name__}))
        tell(samples)
        os._exit(0)  # before what the exception holds dies
    tell(samples)


def tell(samples):
    sys.stdout.flush()
    os.write(1, b"\0" + "\n".join(samples).encode())


def answer(path):
    """What the scenario printed and the samples, from a process of its own that never gets to its teardown."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        signal.alarm(SECONDS)
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        run_scenario(path)
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as file:
        text = file.read()
    os.wait()
    return text


def main():
    gc.collect()
    gc.freeze()  # so that a scenario's collections walk over its own objects only
    for path in sys.stdin.buffer:
        text = answer(path.rstrip(b"\n").decode())
        sys.stdout.buffer.write(b"%d\n" % len(text) + text)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
