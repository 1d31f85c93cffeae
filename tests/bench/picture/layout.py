"""Prints what picture_layout finds over all presets and 200 random programs: one JSON object.

    python3 layout.py PICTURE_LAYOUT [--count N] [still] [crossings] [cost]

The random programs are those of the judge, of one seed, so that figures can be compared from run to run.
"""
import argparse
import glob
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "oracle", "judge"))
sys.dont_write_bytecode = True
import generate  # noqa: E402

SEED = 1


def programs(folder, count):
    paths = []
    for number in range(count):
        paths.append(os.path.join(folder, f"program{number}.py"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write(generate.PRELUDE + "\n".join(generate.program(SEED, number)) + "\n")
    return paths


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("picture_layout")
    parser.add_argument("--count", type=int, default=200, help="random programs")
    parser.add_argument("only", nargs="*", choices=["still", "crossings", "cost", []], help="else everything")
    options = parser.parse_args()
    presets = sorted(glob.glob(os.path.join(ROOT, "resources", "scenarios", "*.py")))
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([options.picture_layout, *options.only, *presets, *programs(folder, options.count)],
                              check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
