#include "cli/arguments.h"

#include <QCoreApplication>

namespace tetherscope::cli {

namespace {

const char *const overview = QT_TRANSLATE_NOOP("Arguments",
                                               R"(Tetherscope, an oscilloscope for object references.

  tetherscope [FILE|PRESET] [--step N]      open the window there
  tetherscope list [--json]                 the presets: name, title, number of steps
  tetherscope check FILE|PRESET             parse and run, print diagnostics
  tetherscope export FILE|PRESET --format json|dot|svg|png [--step N|first|last|all]
                     [--layout] [--theme light|dark] [--size WxH] [-o OUT]
  tetherscope --help | --version            and for each verb, --help

An argument with a path separator or an ending is a FILE, else a PRESET.
Exit codes: 0 done; 1 the input or output is at fault; 2 wrong usage.
)");

const char *const listHelp = QT_TRANSLATE_NOOP("Arguments",
                                               R"(tetherscope list [--json]

The built-in scenarios, one a line: name, title, number of steps.

  --json    one JSON object a line: {"name": …, "title": …, "steps": …}
)");

const char *const checkHelp = QT_TRANSLATE_NOOP("Arguments",
                                                R"(tetherscope check FILE|PRESET

Parses and runs the scenario. Says nothing and exits 0 if all is well; else prints
FILE:LINE:COLUMN: error: … to standard error and exits 1.
)");

const char *const exportHelp =
    QT_TRANSLATE_NOOP("Arguments",
                      R"(tetherscope export FILE|PRESET --format json|dot|svg|png [options]

Runs the scenario and writes the state after a step. Needs no display.

  --format F    json (one object a line), dot (Graphviz), svg or png
  --step S      a number from 0 on, first, last or all; without it, last
  --layout      json: also where everything is drawn
  --theme T     svg and png: light (the default) or dark
  --size WxH    svg and png: the picture's size in pixels
  -o OUT        the file to write; "-" is standard output (json, dot, svg).
                With --step all of a picture format: the folder for the numbered files

A scenario that stops with a fault is written up to the fault; the exit code is then 1.
)");

QString translated(const char *text)
{
    return QCoreApplication::translate("Arguments", text);
}

} // namespace

QString helpText(std::optional<Verb> verb)
{
    if (verb == Verb::List)
        return translated(listHelp);
    if (verb == Verb::Check)
        return translated(checkHelp);
    if (verb == Verb::Export)
        return translated(exportHelp);
    return translated(overview);
}

} // namespace tetherscope::cli
