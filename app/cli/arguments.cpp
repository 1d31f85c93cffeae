#include "cli/arguments.h"

#include <QCoreApplication>

#include <array>

namespace tetherscope::cli {

namespace {

/// A picture of more than this on a side is a mistake, not a wish.
constexpr int largestSide = 20'000;
constexpr int largestScale = 4;
/// Of an animation, in seconds: a change takes a quarter of one.
constexpr double shortestStep = 0.25;
constexpr double longestStep = 60;

QString message(const char *text)
{
    return QCoreApplication::translate("Arguments", text);
}

std::optional<Verb> verbNamed(const QString &word)
{
    if (word == u"list")
        return Verb::List;
    if (word == u"check")
        return Verb::Check;
    if (word == u"export")
        return Verb::Export;
    return std::nullopt;
}

std::optional<Format> formatNamed(const QString &word)
{
    constexpr std::array words{"json", "dot", "svg", "png", "pdf"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<Format>(i);
    }
    return std::nullopt;
}

std::optional<uint> numberIn(const QString &word)
{
    bool isNumber = false;
    const uint value = word.toUInt(&isNumber);
    return isNumber && !word.startsWith(u'+') ? std::optional(value) : std::nullopt;
}

std::optional<StepRange> spanOf(std::optional<uint> first, std::optional<uint> last)
{
    const bool sane = first && last && *first <= *last;
    return sane ? std::optional(StepRange{StepRange::Kind::Span, *first, *last}) : std::nullopt;
}

std::optional<StepRange> stepsNamed(const QString &word)
{
    using Kind = StepRange::Kind;
    if (word == u"first")
        return StepRange{Kind::First};
    if (word == u"last")
        return StepRange{Kind::Last};
    if (word == u"all")
        return StepRange{Kind::All};
    if (const qsizetype dash = word.indexOf(u'-'); dash > 0)
        return spanOf(numberIn(word.left(dash)), numberIn(word.mid(dash + 1)));
    const std::optional<uint> number = numberIn(word);
    return number ? std::optional(StepRange{Kind::Number, *number}) : std::nullopt;
}

std::optional<QSize> sizeNamed(const QString &word)
{
    const QStringList parts = word.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool sane =
        size.width() > 0 && size.height() > 0 && size.width() <= largestSide && size.height() <= largestSide;
    return sane ? std::optional(size) : std::nullopt;
}

/// Walks the words once; the first thing that is wrong ends the walk.
class Parser
{
public:
    explicit Parser(const QStringList &words)
        : m_words(words)
    {
    }

    ParsedArguments parse()
    {
        readVerb();
        while (m_next < m_words.size() && m_error.isEmpty() && !m_help)
            readWord(m_words[m_next++]);
        if (m_error.isEmpty() && !m_help)
            checkWhole();
        if (!m_error.isEmpty())
            return {std::nullopt, m_error};
        return {m_arguments, {}};
    }

private:
    void readVerb()
    {
        if (m_words.isEmpty())
            return;
        if (const std::optional<Verb> verb = verbNamed(m_words.first())) {
            m_arguments.verb = *verb;
            m_next = 1;
        }
    }

    bool is(Verb verb) const { return m_arguments.verb == verb; }

    void readWord(const QString &word)
    {
        if (m_onlyWords || word == u"-" || !word.startsWith(u'-'))
            readScenario(word);
        else if (word == u"--")
            m_onlyWords = true;
        else
            readOption(word);
    }

    void readScenario(const QString &word)
    {
        if (is(Verb::List) || !m_arguments.scenario.isEmpty() || word.isEmpty())
            m_error = message("unexpected argument '%1'").arg(word);
        m_arguments.scenario = word;
    }

    void readOption(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const bool joined = word.startsWith(u"--") && equals > 0;
        const QString name = joined ? word.left(equals) : word;
        if (readFlag(name, joined))
            return;
        if (!takesValue(name)) {
            m_error = message("unknown option '%1'").arg(name);
        } else if (!joined && m_next >= m_words.size()) {
            m_error = message("option '%1' needs a value").arg(name);
        } else {
            const QString value = joined ? word.mid(equals + 1) : m_words[m_next++];
            if (!setValue(name, value))
                m_error = message("'%1' is no value for option '%2'").arg(value, name);
        }
    }

    /// True if the option is one without a value.
    bool readFlag(const QString &name, bool joined)
    {
        if (joined)
            return false;
        if (name == u"--help" || name == u"-h") {
            askFor(Verb::Help);
        } else if (name == u"--version" && is(Verb::Window)) {
            askFor(Verb::Version);
        } else if (name == u"--json" && is(Verb::List)) {
            m_arguments.json = true;
        } else if (bool *const flag = is(Verb::Export) ? exportFlag(name) : nullptr) {
            *flag = true;
        } else {
            return false;
        }
        return true;
    }

    bool *exportFlag(const QString &name)
    {
        if (name == u"--layout")
            return &m_arguments.layout;
        if (name == u"--transparent")
            return &m_arguments.transparent;
        if (name == u"--legend")
            return &m_arguments.legend;
        if (name == u"--sentence")
            return &m_arguments.sentence;
        return name == u"--animate" ? &m_arguments.animate : nullptr;
    }

    void askFor(Verb verb)
    {
        if (verb == Verb::Help && !is(Verb::Window))
            m_arguments.helpFor = m_arguments.verb;
        m_arguments.verb = verb;
        m_help = true;
    }

    bool takesValue(const QString &name) const
    {
        if (name == u"--step")
            return is(Verb::Window) || is(Verb::Export);
        return is(Verb::Export) && (name == u"--format" || name == u"--theme" || name == u"--size" ||
                                    name == u"--scale" || name == u"--seconds" || name == u"-o");
    }

    bool setValue(const QString &name, const QString &value)
    {
        if (name == u"--step")
            return bool(m_arguments.step = stepsNamed(value));
        if (name == u"--size")
            return bool(m_arguments.size = sizeNamed(value));
        if (name == u"--scale")
            return setScale(value);
        if (name == u"--seconds")
            return setSeconds(value);
        if (name == u"-o") {
            m_arguments.out = value;
            return !value.isEmpty();
        }
        if (name == u"--theme") {
            m_arguments.dark = value == u"dark";
            return m_arguments.dark || value == u"light";
        }
        const std::optional<Format> format = formatNamed(value);
        m_arguments.format = format.value_or(Format::Json);
        m_formatGiven = true;
        return format.has_value();
    }

    bool setScale(const QString &value)
    {
        m_arguments.scale = value.toInt();
        return m_arguments.scale >= 1 && m_arguments.scale <= largestScale;
    }

    bool setSeconds(const QString &value)
    {
        m_arguments.secondsPerStep = value.toDouble();
        return *m_arguments.secondsPerStep >= shortestStep && *m_arguments.secondsPerStep <= longestStep;
    }

    void checkWhole()
    {
        const bool several = m_arguments.step && m_arguments.step->several();
        if ((is(Verb::Check) || is(Verb::Export)) && m_arguments.scenario.isEmpty())
            m_error = message("which scenario? Give a FILE or a PRESET");
        else if (is(Verb::Window))
            m_error = several ? message("a window shows one step: '--step all' is for export") : QString();
        else if (is(Verb::Export))
            m_error = wrongExport(several);
    }

    bool is(Format format) const { return m_arguments.format == format; }

    QString wrongExport(bool several) const
    {
        const bool picture = is(Format::Svg) || is(Format::Png) || is(Format::Pdf);
        if (!m_formatGiven)
            return message("export needs --format json, dot, svg, png or pdf");
        if (m_arguments.layout && !is(Format::Json))
            return message("--layout is for --format json");
        if ((m_arguments.legend || m_arguments.sentence) && !picture)
            return message("--legend and --sentence are for --format svg, png and pdf");
        if (m_arguments.transparent && !is(Format::Svg) && !is(Format::Png))
            return message("--transparent is for --format svg and png");
        if (m_arguments.scale != 1 && !is(Format::Png))
            return message("--scale is for --format png");
        return wrongSteps(several);
    }

    QString wrongSteps(bool several) const
    {
        const bool toStandardOutput = m_arguments.out.isEmpty() || m_arguments.out == u"-";
        if (m_arguments.animate && !(several && (is(Format::Svg) || is(Format::Png))))
            return message("--animate is for --format svg and png, and --step A-B or all");
        if (m_arguments.secondsPerStep && !m_arguments.animate)
            return message("--seconds is for --animate");
        if (toStandardOutput && is(Format::Pdf))
            return message("pdf needs -o OUT");
        if (toStandardOutput && is(Format::Png))
            return message("png needs -o OUT");
        const bool oneFile = is(Format::Json) || is(Format::Pdf) || m_arguments.animate;
        return several && !oneFile && toStandardOutput
                   ? message("'--step all' of a picture format needs -o FOLDER")
                   : QString();
    }

    const QStringList &m_words;
    Arguments m_arguments;
    QString m_error;
    qsizetype m_next = 0;
    bool m_onlyWords = false;
    bool m_formatGiven = false;
    bool m_help = false;
};

} // namespace

ParsedArguments parseArguments(const QStringList &words)
{
    return Parser(words).parse();
}

} // namespace tetherscope::cli
