#!/usr/bin/env python3
"""How fast scenarios run while everything is recorded, against CPython under a tracer: ./dev bench run.

Each scenario of tests/bench/scenarios goes through Tetherscope's interpreter, through CPython with a per-line tracer
(traced.py), and through CPython alone, in turn, in processes of their own that time themselves, so that no start-up counts.
The ratio is the median of the rounds' ratios. Writes bench-run.json beside the binaries' build.
"""

import json
import pathlib
import statistics
import subprocess
import sys

ROUNDS = 9
SCENARIOS = ("loop", "containers", "weak")
TARGET = 1.0


def measured(*command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(program, folder, name):
    path = str(folder / "scenarios" / f"{name}.py")
    traced = [sys.executable, str(folder / "traced.py"), path]
    rounds = []
    for number in range(ROUNDS):
        commands = [("ours", [program, path]), ("traced", [*traced, "--trace"]), ("plain", traced)]
        if number % 2:
            commands.reverse()
        rounds.append({key: measured(*command) for key, command in commands})
    median = {key: statistics.median(times[key] for times in rounds) for key in rounds[0]}
    return {"tetherscope_ms": round(median["ours"], 2), "cpython_traced_ms": round(median["traced"], 2),
            "times_faster": round(statistics.median(times["traced"] / times["ours"] for times in rounds), 2),
            "cpython_plain_ms": round(median["plain"], 2)}


def main():
    build, folder = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
    print(f"medians of {ROUNDS} rounds; CPython {sys.version.split()[0]}")
    results = {}
    for name in SCENARIOS:
        result = results[name] = measure(str(build / "tests" / "bench" / "run_scenario"), folder, name)
        print(f"{name:10}  Tetherscope {result['tetherscope_ms']:7.1f} ms   CPython traced {result['cpython_traced_ms']:7.1f} ms   "
              f"plain {result['cpython_plain_ms']:6.1f} ms   {result['times_faster']:.2f} times as fast as traced   "
              f"target {TARGET:.0f}   {'met' if result['times_faster'] >= TARGET else 'MISSED'}")
    target = build / "bench-run.json"
    target.write_text(json.dumps(results) + "\n")
    print(f"written to {target}")


if __name__ == "__main__":
    main()
