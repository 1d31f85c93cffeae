#!/usr/bin/env python3
"""Start-up and key presses, measured on this machine: ./dev bench start.

Process start to the first painted start page with all its cards, interleaved with the first frame of an empty main
window of the same Qt, offscreen and (where Xvfb is installed) on Xvfb: the median of the ratios of neighbours. Then the time
from a key press to the paint that shows the new step. Writes bench-start.json beside the binaries' build.
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

ROUNDS = 25


def first_frame(program, environment):
    """Milliseconds from process start to the line that says the first frame is painted."""
    began = time.perf_counter()
    process = subprocess.Popen([program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    line = process.stdout.readline()
    ended = time.perf_counter()
    process.stdout.close()
    process.wait()
    if line != b"painted\n":
        sys.exit(f"{program} never painted")
    return (ended - began) * 1000


def ratio(folder, environment, label):
    ours, empty = [], []
    for round_number in range(ROUNDS + 2):
        pair = [("start_window", ours), ("empty_window", empty)]
        for name, times in pair if round_number % 2 else reversed(pair):
            times.append(first_frame(folder / name, environment))
    ours, empty = ours[2:], empty[2:]  # the first rounds warm the disk cache
    ratios = [a / b for a, b in zip(ours, empty)]
    result = statistics.median(ratios)
    print(f"first frame, {label:9}  start page {statistics.median(ours):6.1f} ms   "
          f"empty window {statistics.median(empty):6.1f} ms   ratio {result:.2f}   target 1.50   "
          f"{'met' if result <= 1.5 else 'MISSED'}")
    return result


class Xvfb:
    def __enter__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp",
                                         "-noreset"],
                                        pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = ":" + pipe.readline().strip()
        return self.display

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()


def main():
    build = pathlib.Path(sys.argv[1])
    folder = build / "tests" / "bench"
    result = {}
    with tempfile.TemporaryDirectory() as home:
        base = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_RUNTIME_DIR=home, LC_ALL="C.UTF-8",
                    TETHERSCOPE_SETTINGS=home + "/settings.ini")
        base.pop("DISPLAY", None)
        base.pop("WAYLAND_DISPLAY", None)
        offscreen = dict(base, QT_QPA_PLATFORM="offscreen")
        if shutil.which("Xvfb"):
            with Xvfb() as display:
                result["first_frame_vs_empty"] = ratio(folder, dict(base, DISPLAY=display, QT_QPA_PLATFORM="xcb"), "Xvfb")
        else:
            print("first frame, Xvfb       not measured: there is no Xvfb here (package xvfb)")
        result["first_frame_vs_empty_offscreen"] = ratio(folder, offscreen, "offscreen")
        answer = subprocess.run([folder / "keypress"], env=offscreen, check=True, capture_output=True, text=True).stdout
        median, p95, count = answer.split()
        result["keypress_p95_ms"] = float(p95)
        print(f"key press to paint     median {float(median):.2f} ms   p95 {float(p95):.2f} ms over {count} presses   "
              f"target 16   {'met' if float(p95) <= 16 else 'MISSED'}")
    target = build / "bench-start.json"
    target.write_text(json.dumps({key: round(value, 3) for key, value in result.items()}) + "\n")
    print(f"written to {target}")


if __name__ == "__main__":
    main()
