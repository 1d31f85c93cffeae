#!/usr/bin/env python3
"""Every #include of core and app, held against the rules of the house; a folder without a rule is an error.

Usage: check_layering.py REPOSITORY. Prints each offending line as FILE:LINE: reason; exits with 1 if there is one.
"""

import pathlib
import re
import sys

STD = "std"

RUN_NEEDS = {"core/cache", "core/graph", "core/timeline", "core/syntax"}
# Which rooms a room may include, besides itself and the standard library. Qt is allowed where "Qt" stands.
RULES = {
    "core/cache": set(),
    "core/graph": set(),
    "core/timeline": {"core/graph"},
    "core/syntax": set(),
    # One library in four folders: what others call, the objects, the compiler, and the machine, which runs it all.
    "core/scenario": RUN_NEEDS,
    "core/scenario/objects": RUN_NEEDS,
    "core/scenario/compile": RUN_NEEDS | {"core/scenario/objects"},
    "core/scenario/machine": RUN_NEEDS | {"core/scenario", "core/scenario/objects", "core/scenario/compile"},
    "core/analysis": {"core/graph", "core/timeline"},
    "core/trace": {"core/graph", "core/timeline"},
    "core/layout": {"core/graph", "core/timeline", "graphviz"},
    "core/qt": {"core/cache", "core/graph", "core/timeline", "QtCore"},
}
# The rooms of the app, from the ground up. A pane (any folder that is not named here) may include all of these but the last
# two, never another pane; what puts the panes together stands on top.
LOOK, CANVAS = "app/look", "app/canvas"
APP_RULES = {
    LOOK: {"core/layout"},
    CANVAS: {LOOK},
    "app/session": {CANVAS, LOOK},
    "app/base": {LOOK},
    "app/models": {"app/session"},
    "app/panes": {"app/base", CANVAS, LOOK, "app/models", "app/session"},
    "app/export": {"app/base", CANVAS, LOOK, "app/session"},
}
PANE_NEEDS = set(APP_RULES) - {"app/export"}
TOP = {"app", "app/cli"}  # main, the main window, the headless verbs: they put the rest together

QT_CORE = {
    "QAbstractItemModel", "QAbstractListModel", "QByteArray", "QCoreApplication", "QMetaObject", "QMetaType", "QObject",
    "QPointer", "QString", "QStringList", "QThread", "QTimer", "QtGlobal", "QElapsedTimer", "QBasicTimer", "QTimerEvent",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def room_of(path: pathlib.PurePath) -> str:
    parts = path.parts[:-1]
    return "/".join(parts[:3] if parts[:2] == ("core", "scenario") else parts[:2])


def target_of(root: pathlib.Path, source: pathlib.Path, name: str) -> str:
    """The room that an include leads to, or "Qt", "graphviz", "std"."""
    if name.startswith("tetherscope/"):
        return "core/cache"
    for base in (root / "core", root / "app", source.parent):
        found = base / name
        if found.is_file():
            return room_of(found.resolve().relative_to(root))
    if name.startswith("graphviz/"):
        return "graphviz"
    if re.match(r"Q[A-Zt]", name):
        return "Qt"
    return STD


def allowed(room: str, target: str, name: str) -> bool:
    if target in (STD, room):
        return True
    if room in RULES:
        if target == "Qt":
            return "QtCore" in RULES[room] and name.split("/")[-1] in QT_CORE
        return target in RULES[room]
    if room in TOP:
        return True
    if target in RULES or target == "Qt":
        return True
    return target in APP_RULES.get(room, PANE_NEEDS)


def complaints(root: pathlib.Path):
    graphviz_users = []
    for source in sorted(list((root / "core").rglob("*.h")) + list((root / "core").rglob("*.cpp"))
                         + list((root / "app").rglob("*.h")) + list((root / "app").rglob("*.cpp"))):
        path = source.relative_to(root)
        room = room_of(path)
        if path.parts[0] == "core" and room not in RULES:
            yield f"{path}:1: the room {room} has no rule in check_layering.py"
            continue
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            name = match.group(2)
            target = target_of(root, source, name)
            if target == "graphviz":
                graphviz_users.append(path)
            if not allowed(room, target, name):
                yield f"{path}:{number}: {room} must not include {name} ({target})"
    for path in sorted(set(graphviz_users)):
        if path.suffix == ".h":
            yield f"{path}:1: Graphviz belongs into a .cpp"


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    found = list(complaints(root))
    print("\n".join(found) if found else "every include keeps to the rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
