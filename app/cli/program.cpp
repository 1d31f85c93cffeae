#include "cli/program.h"

#include "cli/commands.h"
#include "cli/window.h"

#include <QGuiApplication>

#include <memory>

namespace tetherscope::cli {

namespace {

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

/// Verbs never need a display; those that draw need fonts, and so the offscreen platform.
int runVerb(const Arguments &arguments, int argc, char **argv)
{
    silenceToolkit();
    std::unique_ptr<QCoreApplication> application;
    if (arguments.verb == Verb::Export && showsPicture(arguments)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    switch (arguments.verb) {
    case Verb::List:
        return list(arguments);
    case Verb::Check:
        return check(arguments);
    default:
        return exportSteps(arguments);
    }
}

} // namespace

int runProgram(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("tetherscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TETHERSCOPE_VERSION));
    const ParsedArguments parsed = parseArguments(wordsOf(argc, argv));
    if (!parsed.arguments)
        return wrongUsage(parsed.error);
    switch (parsed.arguments->verb) {
    case Verb::Help:
        return say(helpText(parsed.arguments->helpFor));
    case Verb::Version:
        return say(QStringLiteral("tetherscope " TETHERSCOPE_VERSION "\n"));
    case Verb::Window:
        return runWindow(*parsed.arguments, argc, argv);
    default:
        return runVerb(*parsed.arguments, argc, argv);
    }
}

} // namespace tetherscope::cli
