#include "cli/arguments.h"

#include <QCoreApplication>

#include <array>

namespace tetherscope::cli {

namespace {

/// A picture of more than this on a side is a mistake, not a wish.
constexpr int largestSide = 20'000;

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
    constexpr std::array words{"json", "dot", "svg", "png"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<Format>(i);
    }
    return std::nullopt;
}

std::optional<StepRange> stepsNamed(const QString &word)
{
    using Kind = StepRange::Kind;
    if (word == u"first")
        return StepRange{Kind::First, 0};
    if (word == u"last")
        return StepRange{Kind::Last, 0};
    if (word == u"all")
        return StepRange{Kind::All, 0};
    bool number = false;
    const uint value = word.toUInt(&number);
    return number && !word.startsWith(u'+') ? std::optional(StepRange{Kind::Number, value}) : std::nullopt;
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
        } else if (name == u"--layout" && is(Verb::Export)) {
            m_arguments.layout = true;
        } else {
            return false;
        }
        return true;
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
        return is(Verb::Export) &&
               (name == u"--format" || name == u"--theme" || name == u"--size" || name == u"-o");
    }

    bool setValue(const QString &name, const QString &value)
    {
        if (name == u"--step")
            return bool(m_arguments.step = stepsNamed(value));
        if (name == u"--size")
            return bool(m_arguments.size = sizeNamed(value));
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

    void checkWhole()
    {
        const bool all = m_arguments.step && m_arguments.step->kind == StepRange::Kind::All;
        if ((is(Verb::Check) || is(Verb::Export)) && m_arguments.scenario.isEmpty())
            m_error = message("which scenario? Give a FILE or a PRESET");
        else if (is(Verb::Window))
            m_error = all ? message("a window shows one step: '--step all' is for export") : QString();
        else if (is(Verb::Export))
            checkExport(all);
    }

    void checkExport(bool all)
    {
        const bool toStandardOutput = m_arguments.out.isEmpty() || m_arguments.out == u"-";
        if (!m_formatGiven)
            m_error = message("export needs --format json, dot, svg or png");
        else if (m_arguments.layout && m_arguments.format != Format::Json)
            m_error = message("--layout is for --format json");
        else if (m_arguments.format == Format::Png && toStandardOutput)
            m_error = message("png needs -o OUT");
        else if (all && m_arguments.format != Format::Json && toStandardOutput)
            m_error = message("'--step all' of a picture format needs -o FOLDER");
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
