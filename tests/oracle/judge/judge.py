"""Compares what CPython finds after each statement of a scenario with what Tetherscope exports: names, counts,
edges, dead weak references, contents of containers and weak containers, and output.

    python3 judge.py TETHERSCOPE FILE…

Objects are matched by the names and slots that lead to them, one to one.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = 120  # for one program


class Reference:
    """A CPython that answers for one scenario after the other; see reference.py."""

    def __init__(self):
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8", PYTHONHASHSEED="0")
        environment["PYTHONPATH"] = os.path.join(HERE, "..", "..", "..", "resources", "python")
        self.process = subprocess.Popen([sys.executable, "-S", os.path.join(HERE, "reference.py")],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)

    def run(self, path):
        """What it printed, and the samples."""
        self.process.stdin.write(os.fsencode(path) + b"\n")
        self.process.stdin.flush()
        size = int(self.process.stdout.readline())
        output, _, samples = self.process.stdout.read(size).decode().rpartition("\0")
        return output, [json.loads(line) for line in samples.splitlines()]

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Difference(Exception):
    pass


def expect(what, cpython, tetherscope):
    if cpython != tetherscope:
        raise Difference(f"{what}: CPython {cpython}, Tetherscope {tetherscope}")


class Match:
    """One sample beside one step: which object of CPython is which of Tetherscope."""

    def __init__(self, sample, step):
        self.sample = sample
        self.objects = {thing["id"]: thing for thing in step["objects"]}
        self.names = {(name["scope"], name["name"]): name["object"] for name in step["names"] if "object" in name}
        self.edges = {}
        for edge in step["edges"]:
            self.edges.setdefault(edge["from"], []).append(edge)
        self.label = {}  # by place in the sample
        self.waiting = []

    def match(self, place, label, what):
        if place not in self.label:
            self.label[place] = label
            self.waiting.append(place)
        elif self.label[place] != label:
            raise Difference(f"{what}: {label}, known as {self.label[place]}")

    def compare(self):
        for scope, name, place in self.sample["names"]:
            if (scope, name) not in self.names:
                raise Difference(f"name {name} of {scope}: bound in CPython, unbound in Tetherscope")
            self.match(place, self.names[scope, name], name)
        for step in (self.compare_object, self.compare_groups):
            for place in self.waiting:  # grows
                entry = self.sample["found"][place]
                if entry:
                    label = self.label[place]
                    step(entry, label, self.edges.get(label, []))
        if len(set(self.label.values())) != len(self.label):
            raise Difference("one object of Tetherscope stands for two of CPython")

    def compare_object(self, entry, label, edges):
        expect(f"type of {label}", entry["type"], self.objects[label]["type"])
        if entry["type"] != "ref" and self.sample["counted"]:
            expect(f"count of {label}", entry["count"], self.objects[label]["strong"])
        targets = [edge["to"] for edge in edges if edge["slot"] == "*"]
        if "dead" in entry:  # no target: a class, which is not drawn
            expect(f"death of the target of {label}", entry["dead"], targets == [None])
        if "live" in entry:
            expect(f"live entries of {label}", entry["live"],
                   sum(1 for edge in edges if edge["kind"] == "weak" and edge["to"] is not None))
        by_slot = {edge["slot"]: edge["to"] for edge in edges}
        for slot, target in entry["slots"].items():
            if len(slot) > 40:  # cut in the export
                continue
            if by_slot.get(slot) is None:
                raise Difference(f"{label}.{slot} leads nowhere in Tetherscope")
            self.match(target, by_slot[slot], f"{label}.{slot}")

    def compare_groups(self, entry, label, edges):
        """Behind all that has a slot of its own: who stands in a group is known by now, or the only one that is not."""
        for slot, members in entry.get("groups", {}).items():
            here = sorted(edge["to"] for edge in edges if edge["slot"] == slot and edge["to"] is not None)
            expect(f"number of {slot} of {label}", len(members), len(here))
            unknown = [place for place in members if place not in self.label]
            for place in members:
                if place in self.label:
                    if self.label[place] not in here:
                        raise Difference(f"{self.label[place]} is not a {slot} of {label} in Tetherscope")
                    here.remove(self.label[place])
            if len(unknown) == 1:
                self.match(unknown[0], here[0], f"{label}.{slot}")
                self.compare_object(self.sample["found"][unknown[0]], here[0], self.edges.get(here[0], []))
        by_slot = {edge["slot"]: edge["to"] for edge in edges}
        for key, target in entry.get("keyed", []):
            slot = f"[{self.label.get(key)}]"
            if key in self.label and slot in by_slot:
                self.match(target, by_slot[slot], f"{label}.{slot}")


def without_addresses(text):
    """Nor line ends: the export tells of lines only (tst_cpython compares them)."""
    return re.sub(r"0x[0-9a-f]{6,}", "0x", text).replace("\n", "")


def expect_text(what, cpython, tetherscope):
    if cpython != tetherscope:
        same = len(os.path.commonprefix([cpython, tetherscope]))
        begin = max(same - 20, 0)
        expect(what, repr(cpython[begin:same + 40]), repr(tetherscope[begin:same + 40]))


JUMPS = (b"raise", b"break", b"continue")
HEAD = re.compile(rb'\{"version": 1, "step": \d+, "line": (\d+|null), "scope": "([^"]*)", "source": "(\w*)')


class Comparison:
    """The steps of a run, one after the other as they come, beside the samples: all steps of a long run would not
    fit into memory, so what a step says is forgotten once it has been compared."""

    def __init__(self, samples):
        self.samples = samples
        self.lines = []
        self.printed = []
        self.difference = None

    def read(self, text):
        line, scope, first_word = HEAD.match(text).groups()
        sampled = scope == b"<module>" and line != b"null" and first_word not in JUMPS
        compared = sampled and len(self.lines) < len(self.samples) and "found" in self.samples[len(self.lines)]
        if not compared and b'"output": []' in text and not (sampled and b'"raised": ' in text):
            if sampled:
                self.lines.append(int(line))
            return
        step = json.loads(text)
        self.printed += step["output"]
        if sampled and "raised" not in step:
            self.lines.append(step["line"])
            if compared:
                self.compare(self.samples[len(self.lines) - 1], step)

    def compare(self, sample, step):
        """Keeps the first difference only: different lines and output, which say more, are known at the end."""
        if self.difference is not None or sample["line"] != step["line"]:
            return
        try:
            Match(sample, step).compare()
        except Difference as difference:
            self.difference = Difference(f"line {step['line']}, `{step['source']}`: {difference}")


def export(tetherscope, path, comparison):
    """Whether the run ended with a fault, and what was said."""
    command = [tetherscope, "export", path, "--format", "json", "--step", "all"]
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as run:
        alarm = threading.Timer(SECONDS, run.kill)
        alarm.start()
        try:
            for text in run.stdout:
                comparison.read(text)
        finally:
            alarm.cancel()
        failed = run.wait() != 0
        said.seek(0)
        return failed, said.read().decode().strip()


def judge(tetherscope, path, reference):
    output, samples = reference.run(path)
    fault = samples.pop() if samples and "fault" in samples[-1] else None
    comparison = Comparison(samples)
    failed, said = export(tetherscope, path, comparison)
    if failed and not comparison.lines and not comparison.printed and samples:
        raise Difference("Tetherscope: " + said)
    expect("ends with a fault", bool(fault), failed)
    expect_text("output", without_addresses(output), without_addresses("".join(comparison.printed)))
    expect("lines", [sample["line"] for sample in samples], comparison.lines)
    if comparison.difference is not None:
        raise comparison.difference
    return len(samples)


def main(tetherscope, *paths):
    reference = Reference()
    failed = 0
    statements = 0
    for path in paths:
        try:
            statements += judge(tetherscope, path, reference)
        except Difference as difference:
            failed += 1
            print(f"{path}: {difference}")
    reference.close()
    print(f"{len(paths) - failed} of {len(paths)} programs agree, {statements} samples")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
