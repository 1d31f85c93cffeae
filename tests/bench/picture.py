#!/usr/bin/env python3
"""The picture beside its peers: ./dev bench picture.

Every ratio is of the same run: ours and the peer in turn, medians. Peers: `dot` in process and as `dot -Tsvg` for a
step, xdot for the first frame and for panning (both on Xvfb), a QGraphicsView for whole frames and memory. What the
layout is worth comes from picture/layout.py. Prints each figure with its target and a verdict, and writes
bench-picture.json beside the binaries' build.

    picture.py BUILD [--quick]     --quick: fewer rounds, and nothing above 10 000 objects
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from start import Xvfb  # noqa: E402

HERE = pathlib.Path(__file__).parent
XDOT = ["/usr/bin/python3", HERE / "picture" / "xdotpeer.py"]  # the one that Debian's xdot is installed for
SECONDS = 1800  # for one program; the largest plans take their time

# key: (target, at least or at most, what it is)
TARGETS = {
    "moved_px": (0, "most", "pixels that untouched objects have moved"),
    "overlaps": (0, "most", "overlapping rectangles"),
    "clipped_texts": (0, "most", "texts wider than their place, all presets"),
    "crossings_vs_dot_few": (2.0, "most", "crossings, as many as dot's, no more events than objects"),
    "crossings_vs_dot_many": (3.2, "most", "crossings, as many as dot's, more events"),
    "step_vs_dot_1000": (50, "least", "a step, times faster than dot in process"),
    "step_vs_dotsvg_1000": (100, "least", "a step, times faster than dot -Tsvg"),
    "step_p95_ms_1000": (16, "most", "a step with all texts in sight, ms, 95th percentile"),
    "first_frame_vs_xdot_1000": (0.5, "most", "first frame of 1000 objects, of xdot's time"),
    "first_frame_vs_xdot_100": (0.3, "most", "first frame of 100 objects, of xdot's time"),
    "pan_vs_xdot_1000": (10, "least", "a panned frame, times faster than xdot"),
    "fit_vs_qgv_10k": (5, "least", "10 000 objects fitted, frame times faster than QGraphicsView"),
    "memory_vs_qgv_10k": (8, "least", "10 000 objects, memory times smaller than QGraphicsView"),
    "fit_vs_qgv_50k": (8, "least", "50 000 objects fitted, frame times faster than QGraphicsView"),
    "memory_vs_qgv_50k": (20, "least", "50 000 objects, memory times smaller than QGraphicsView"),
    "growth_fit": (12, "most", "fitted frame, 100 000 objects to 10 000"),
    "growth_1to1": (3, "most", "frame at 1:1, 100 000 objects to 10 000"),
    "growth_memory": (8, "most", "memory, 100 000 objects to 10 000"),
    "open_100k_ms": (1000, "most", "100 000 objects from the run to the first picture, ms"),
    "plan_vs_dot": (1.5, "most", "a plan, of one run of dot's time"),
    "min_text_contrast": (4.5, "least", "contrast of texts, both themes"),
    "min_graphics_contrast": (3.0, "least", "contrast of graphics, both themes"),
}


class Bench:
    def __init__(self, build, quick):
        self.folder = build / "tests" / "bench" / "picture"
        self.quick = quick
        self.results = {}
        home = tempfile.mkdtemp()
        self.environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_RUNTIME_DIR=home, LC_ALL="C.UTF-8",
                                QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", PYTHONDONTWRITEBYTECODE="1")
        self.home = home

    def output(self, *command, environment=None):
        return subprocess.run([str(part) for part in command], env=environment or self.environment, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=SECONDS).stdout

    def parsed(self, program, *arguments):
        return json.loads(self.output(self.folder / program, *arguments))

    def note(self, key, value):
        """Prints a figure's line at once: the whole takes minutes."""
        self.results[key] = round(value, 3)
        target, way, text = TARGETS[key]
        met = value <= target if way == "most" else value >= target
        print(f"{text:66} {value:10.2f}   target {'at ' + way:8} {target:6g}   {'met' if met else 'MISSED'}", flush=True)

    def layout(self, build):
        program, runner = build / "tests" / "bench" / "picture_layout", HERE / "picture" / "layout.py"
        if not program.exists():
            return print("layout: not measured, there is no picture_layout here")
        for key, figure in json.loads(self.output(sys.executable, runner, program)).items():
            if key in TARGETS:
                self.note(key, figure["value"])

    def texts(self):
        for key, value in self.parsed("picture_texts").items():
            self.note(key, value)

    def steps(self):
        times = self.parsed("picture_step", 1000, 80 if self.quick else 240)
        print(f"  step {times['step_ms']:.2f} ms at {times['zoom'] * 100:.0f} %, dot {times['dot_ms']:.0f} ms, "
              f"dot -Tsvg {times['dotsvg_ms']:.0f} ms")
        self.note("step_vs_dot_1000", times["dot_ms"] / times["step_ms"])
        self.note("step_vs_dotsvg_1000", times["dotsvg_ms"] / times["step_ms"])
        self.note("step_p95_ms_1000", times["step_p95_ms"])

    def first_frame(self, environment, *command):
        began = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=environment)
        line = process.stdout.readline()
        ended = time.perf_counter()
        process.stdout.close()
        process.wait()
        if line != b"painted\n":
            sys.exit(f"{command[0]} never painted")
        return (ended - began) * 1000

    def xdot(self):
        if not shutil.which("Xvfb"):
            return print("xdot: not measured, there is no Xvfb here (package xvfb)")
        with Xvfb() as display:
            screen = dict(self.environment, DISPLAY=display, QT_QPA_PLATFORM="xcb", GDK_BACKEND="x11", NO_AT_BRIDGE="1")
            for objects in (1000, 100):
                self.note(f"first_frame_vs_xdot_{objects}", self.first_frames(screen, objects))
            self.pans(screen)

    def graph(self, objects):
        path = pathlib.Path(self.home) / f"{objects}.dot"
        path.write_text(self.output(self.folder / "picture_open", objects, "--dot"), encoding="utf-8")
        return path

    def first_frames(self, screen, objects):
        ours = [self.folder / "picture_open", objects]
        peer = [*XDOT, self.graph(objects)]
        ratios = []
        for number in range((4 if self.quick else 10) + 1):
            pair = [("ours", ours), ("xdot", peer)]
            times = {name: self.first_frame(screen, *command) for name, command in (pair if number % 2 else pair[::-1])}
            ratios.append(times["ours"] / times["xdot"])
        print(f"  last: {times['ours']:.0f} ms, xdot {times['xdot']:.0f} ms")
        return statistics.median(ratios[1:])  # the first warms the disk cache

    def pans(self, screen):
        graph, ratios = self.graph(1000), []
        for _ in range(2 if self.quick else 5):
            ours = float(self.output(self.folder / "picture_open", 1000, "--pan", environment=screen))
            peer = float(self.output(*XDOT, graph, "--pan", environment=screen))
            ratios.append(peer / ours)
        print(f"  last: {ours:.2f} ms, xdot {peer:.1f} ms")
        self.note("pan_vs_xdot_1000", statistics.median(ratios))

    def frames(self, who, objects):
        return self.parsed("picture_frames", who, objects, 5 if self.quick or objects > 10_000 else 15)

    def graphics_view(self):
        rounds = 2 if self.quick else 3
        for objects, label in ((10_000, "10k"), *(() if self.quick else ((50_000, "50k"),))):
            pairs = [(self.frames("canvas", objects), self.frames("peer", objects)) for _ in range(rounds)]
            ours, peer = pairs[-1]
            print(f"  {objects}: fitted {ours['fit_ms']:.1f} ms, QGraphicsView {peer['fit_ms']:.1f} ms; 1:1 "
                  f"{ours['actual_ms']:.1f} and {peer['actual_ms']:.1f} ms; {ours['bytes'] / 1e6:.0f} and "
                  f"{peer['bytes'] / 1e6:.0f} MB; first {ours['first_ms']:.0f} and {peer['first_ms']:.0f} ms")
            self.note(f"fit_vs_qgv_{label}", statistics.median(b["fit_ms"] / a["fit_ms"] for a, b in pairs))
            self.note(f"memory_vs_qgv_{label}", statistics.median(b["bytes"] / a["bytes"] for a, b in pairs))

    def growth(self):
        if self.quick:
            return
        pairs = [(self.frames("canvas", 10_000), self.frames("canvas", 100_000)) for _ in range(3)]
        small, large = pairs[-1]
        print(f"  10 000 to 100 000: fitted {small['fit_ms']:.1f} to {large['fit_ms']:.1f} ms, 1:1 "
              f"{small['actual_ms']:.1f} to {large['actual_ms']:.1f} ms, {small['bytes'] / 1e6:.0f} to "
              f"{large['bytes'] / 1e6:.0f} MB")
        for key, figure in (("growth_fit", "fit_ms"), ("growth_1to1", "actual_ms"), ("growth_memory", "bytes")):
            self.note(key, statistics.median(large[figure] / small[figure] for small, large in pairs))

    def opening(self):
        if self.quick:
            return
        rounds = [self.parsed("picture_open", 100_000, "--phases") for _ in range(3)]
        middle = sorted(rounds, key=lambda times: times["open_ms"])[1]
        print(f"  plan {middle['plan_ms']:.0f} ms, composition {middle['compose_ms']:.0f} ms, "
              f"first frame {middle['show_ms']:.0f} ms")
        self.note("open_100k_ms", middle["open_ms"])


def main():
    build, quick = pathlib.Path(sys.argv[1]), "--quick" in sys.argv[2:]
    bench = Bench(build, quick)
    bench.texts()
    bench.steps()
    bench.xdot()
    bench.graphics_view()
    bench.growth()
    bench.opening()
    bench.layout(build)
    target = build / "bench-picture.json"
    target.write_text(json.dumps({key: bench.results.get(key) for key in TARGETS}) + "\n")
    print(f"written to {target}; null: not measured")


if __name__ == "__main__":
    main()
