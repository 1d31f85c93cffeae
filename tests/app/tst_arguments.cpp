#include "cli/arguments.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope::cli;

namespace {

/// The line as it was understood, in one line of text; or what is wrong with it.
QString understood(const QString &line)
{
    const ParsedArguments parsed = parseArguments(line.split(u' ', Qt::SkipEmptyParts));
    if (!parsed.arguments)
        return QStringLiteral("wrong: ") + parsed.error;
    const Arguments &arguments = *parsed.arguments;
    const char *const verbs[]{"window", "list", "check", "export", "help", "version"};
    const char *const formats[]{"json", "dot", "svg", "png", "pdf"};
    QStringList words{QString::fromLatin1(verbs[int(arguments.verb)])};
    if (arguments.helpFor)
        words.append(QString::fromLatin1(verbs[int(*arguments.helpFor)]));
    if (!arguments.scenario.isEmpty())
        words.append(arguments.scenario);
    if (arguments.verb == Verb::Export)
        words.append(QString::fromLatin1(formats[int(arguments.format)]));
    if (arguments.step) {
        const char *const kinds[]{"number", "first", "last", "all", "span"};
        words.append(QString::fromLatin1(kinds[int(arguments.step->kind)]));
        words.append(QString::number(arguments.step->number));
        if (arguments.step->kind == StepRange::Kind::Span)
            words.append(QString::number(arguments.step->last));
    }
    if (arguments.size)
        words.append(QStringLiteral("%1x%2").arg(arguments.size->width()).arg(arguments.size->height()));
    for (const auto &[set, word] : {std::pair{arguments.json, "json"},
                                    {arguments.layout, "layout"},
                                    {arguments.dark, "dark"},
                                    {arguments.transparent, "transparent"},
                                    {arguments.legend, "legend"},
                                    {arguments.sentence, "sentence"},
                                    {arguments.animate, "animate"}}) {
        if (set)
            words.append(QString::fromLatin1(word));
    }
    if (arguments.scale != 1)
        words.append(QStringLiteral("%1x").arg(arguments.scale));
    if (arguments.secondsPerStep)
        words.append(QStringLiteral("%1s").arg(*arguments.secondsPerStep));
    if (!arguments.out.isEmpty())
        words.append(QStringLiteral("> ") + arguments.out);
    return words.join(u' ');
}

} // namespace

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void line_isUnderstood_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << ""
                                 << "window";
        QTest::newRow("a preset") << "weak-cache"
                                  << "window weak-cache";
        QTest::newRow("a preset at a step") << "weak-cache --step 5"
                                            << "window weak-cache number 5";
        QTest::newRow("a file") << "./lesson.py --step=last"
                                << "window ./lesson.py last 0";
        QTest::newRow("a file that looks like an option") << "-- -x.py"
                                                          << "window -x.py";
        QTest::newRow("list") << "list"
                              << "list";
        QTest::newRow("list as JSON") << "list --json"
                                      << "list json";
        QTest::newRow("check") << "check refcounts"
                               << "check refcounts";
        QTest::newRow("export") << "export refcounts --format json"
                                << "export refcounts json";
        QTest::newRow("options before the scenario") << "export --format dot refcounts"
                                                     << "export refcounts dot";
        QTest::newRow("everything")
            << "export a.py --format json --step all --layout --theme dark --size 80x60 -o x"
            << "export a.py json all 0 80x60 layout dark > x";
        QTest::newRow("some steps") << "export a.py --format json --step 3-9"
                                    << "export a.py json span 3 9";
        QTest::newRow("a large picture")
            << "export a.py --format png --scale 3 --transparent --legend --sentence -o x"
            << "export a.py png transparent legend sentence 3x > x";
        QTest::newRow("pages") << "export a.py --format pdf --step all -o x"
                               << "export a.py pdf all 0 > x";
        QTest::newRow("an animation") << "export a.py --format svg --step 0-4 --animate --seconds 0.5"
                                      << "export a.py svg span 0 4 animate 0.5s";
        QTest::newRow("standard output by name") << "export a.py --format svg -o -"
                                                 << "export a.py svg > -";
        QTest::newRow("help") << "--help"
                              << "help";
        QTest::newRow("help for a verb") << "export --help"
                                         << "help export";
        QTest::newRow("help before what is wrong") << "list --help --nonsense"
                                                   << "help list";
        QTest::newRow("version") << "--version"
                                 << "version";
    }

    void line_isUnderstood()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QCOMPARE(understood(line), expected);
    }

    void line_isWrong_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("unknown option") << "--frobnicate"
                                        << "unknown option '--frobnicate'";
        QTest::newRow("an option of another verb") << "list --step 3"
                                                   << "unknown option '--step'";
        QTest::newRow("value missing") << "weak-cache --step"
                                       << "option '--step' needs a value";
        QTest::newRow("negative step") << "weak-cache --step -1"
                                       << "'-1' is no value for option '--step'";
        QTest::newRow("step in words") << "weak-cache --step two"
                                       << "'two' is no value for option '--step'";
        QTest::newRow("all steps in a window") << "a --step all"
                                               << "a window shows one step: '--step all' is for export";
        QTest::newRow("two scenarios") << "a b"
                                       << "unexpected argument 'b'";
        QTest::newRow("list of something") << "list a"
                                           << "unexpected argument 'a'";
        QTest::newRow("check of nothing") << "check"
                                          << "which scenario? Give a FILE or a PRESET";
        QTest::newRow("no format") << "export a"
                                   << "export needs --format json, dot, svg, png or pdf";
        QTest::newRow("unknown format") << "export a --format bmp"
                                        << "'bmp' is no value for option '--format'";
        QTest::newRow("size in words") << "export a --format svg --size big"
                                       << "'big' is no value for option '--size'";
        QTest::newRow("size of nothing") << "export a --format svg --size 0x9"
                                         << "'0x9' is no value for option '--size'";
        QTest::newRow("PNG to a terminal") << "export a --format png"
                                           << "png needs -o OUT";
        QTest::newRow("pictures to a terminal") << "export a --format svg --step all"
                                                << "'--step all' of a picture format needs -o FOLDER";
        QTest::newRow("steps backwards") << "export a --format json --step 9-3"
                                         << "'9-3' is no value for option '--step'";
        QTest::newRow("PDF to a terminal") << "export a --format pdf"
                                           << "pdf needs -o OUT";
        QTest::newRow("animation of one step")
            << "export a --format svg --animate"
            << "--animate is for --format svg and png, and --step A-B or all";
        QTest::newRow("animated JSON") << "export a --format json --step all --animate"
                                       << "--animate is for --format svg and png, and --step A-B or all";
        QTest::newRow("time for a step that stands") << "export a --format svg --seconds 2"
                                                     << "--seconds is for --animate";
        QTest::newRow("no time at all") << "export a --format svg --step all --animate --seconds 0"
                                        << "'0' is no value for option '--seconds'";
        QTest::newRow("scaled SVG") << "export a --format svg --scale 2"
                                    << "--scale is for --format png";
        QTest::newRow("scale of nothing") << "export a --format png --scale 0 -o x"
                                          << "'0' is no value for option '--scale'";
        QTest::newRow("transparent PDF") << "export a --format pdf --transparent -o x"
                                         << "--transparent is for --format svg and png";
        QTest::newRow("legend of data") << "export a --format json --legend"
                                        << "--legend and --sentence are for --format svg, png and pdf";
        QTest::newRow("layout of a picture") << "export a --format svg --layout"
                                             << "--layout is for --format json";
    }

    void line_isWrong()
    {
        QFETCH(QString, line);
        QFETCH(QString, complaint);
        QCOMPARE(understood(line), QStringLiteral("wrong: ") + complaint);
    }

    void help_namesWhatThereIs()
    {
        for (const char *word : {"list", "check", "export", "--step", "--layout", "--theme", "--size",
                                 "--scale", "--animate", "--version"})
            QVERIFY2(helpText().contains(QLatin1StringView(word)), word);
        QVERIFY(helpText(Verb::Export).contains(u"--format"));
        QVERIFY(!helpText().contains(u"record"));
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
