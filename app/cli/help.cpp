#include "cli/arguments.h"

#include <QCoreApplication>

namespace tetherscope::cli {

namespace {

const char *const overview = QT_TRANSLATE_NOOP("Arguments",
                                               R"(Tetherscope, an oscilloscope for object references.

  tetherscope [FILE|PRESET] [--step N]      open the window there
  tetherscope list [--json]                 the presets: name, title, number of steps
  tetherscope check FILE|PRESET             parse and run, print diagnostics
  tetherscope export FILE|PRESET --format json|dot|svg|png|pdf [--step N|A-B|first|last|all]
                     [--layout] [--theme light|dark] [--size WxH] [--scale N] [--transparent]
                     [--legend] [--sentence] [--animate [--seconds S]] [-o OUT]
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

  --format F    json (one object a line), dot (Graphviz), svg, png or pdf
  --step S      a number from 0 on, first, last, all, or A-B; without it, last
  --layout      json: also where everything is drawn
  --theme T     svg, png and pdf: light (the default) or dark
  --size WxH    svg, png and pdf: the picture's size in pixels
  --scale N     png: 1 to 4 pixels to each of these
  --transparent svg and png: without paper
  --legend      svg, png and pdf: what the lines and marks mean, at the foot
  --sentence    svg, png and pdf: the step's sentence, at the top
  --animate     svg and png: the steps as one animation, each change staged
  --seconds S   how long the animation stays at a step (0.25 to 60, else 2)
  -o OUT        the file to write; "-" is standard output (json, dot, svg).
                Several steps are one file of json, a pdf with a page for each, one animation;
                of any other format OUT is the folder for the numbered files

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
