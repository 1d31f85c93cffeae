#include "session/appending.h"

#include "canvas/fontmeasure.h"
#include "layout/planner.h"
#include "session/workthread.h"
#include "syntax/ast.h"
#include "timeline/growth.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// Between the run's text and the statement, to see whether that stands alone: `else:` and lines that are
/// indented would go on with what is before.
constexpr std::string_view wall = "pass\n";

/// Lines end in \n, the last one too. A blank line above keeps a comment there from being the narration.
std::string textBehind(const std::string &text, std::string_view addition)
{
    std::string joined = text;
    if (!joined.empty() && joined.back() != '\n')
        joined += '\n';
    return joined.append("\n").append(addition).append("\n");
}

std::string textOf(const Document &document)
{
    std::string text = document.scenario->text();
    for (const std::string &statement : document.appended)
        text = textBehind(text, statement);
    return text;
}

std::uint32_t lineCount(std::string_view text)
{
    return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

Diagnostic refused(std::string message, std::string hint = {})
{
    return {{}, std::move(message), std::move(hint)};
}

class StatementRun
{
public:
    StatementRun(const Document &document, const std::string &statement)
        : m_document(document)
        , m_statement(statement)
        , m_text(textOf(document))
        , m_linesBefore(lineCount(textBehind(m_text, {})) - 1)
    {
    }

    std::optional<Diagnostic> problem() const;
    std::optional<Appended> run(const std::stop_token &stop) const;

private:
    Diagnostic within(Diagnostic diagnostic, std::uint32_t linesBefore) const;

    const Document &m_document;
    const std::string &m_statement;
    std::string m_text;
    std::uint32_t m_linesBefore; ///< above the statement
};

/// The place counted within the statement; a place above it goes into the words.
Diagnostic StatementRun::within(Diagnostic diagnostic, std::uint32_t linesBefore) const
{
    if (diagnostic.place.line > linesBefore) {
        diagnostic.place.line -= linesBefore;
    } else if (diagnostic.place.line > 0) {
        if (diagnostic.place.line <= lineCount(m_document.scenario->text()) + 1)
            diagnostic.message = "Line " + std::to_string(diagnostic.place.line) + ": " + diagnostic.message;
        diagnostic.place = {};
    }
    return diagnostic;
}

/// Why it cannot even be tried.
std::optional<Diagnostic> StatementRun::problem() const
{
    if (m_document.outcome.status == RunStatus::Faulted)
        return refused("The run has ended with a fault: nothing can be run behind it.");
    if (m_document.outcome.status == RunStatus::Cancelled)
        return refused("The run was cancelled: it has no end to go on from.",
                       "Run it again, and let it come to its end.");
    const ParseResult parsed = parseScenario(textBehind(m_text, std::string(wall) + m_statement));
    if (!parsed.scenario)
        return within(parsed.diagnostics.front(), m_linesBefore + lineCount(wall));
    const std::size_t before = parseScenario(m_text).scenario->module().body.size();
    const ast::Block &body = parsed.scenario->module().body;
    if (body.size() > before + 2) {
        const ast::Stmt &second = *body[before + 2];
        return within({second.place, "This is more than one statement.", "Run one after the other."},
                      m_linesBefore + lineCount(wall));
    }
    if (body.size() < before + 2)
        return refused("There is no statement here.");
    return std::nullopt;
}

std::optional<Appended> StatementRun::run(const std::stop_token &stop) const
{
    Appended result{m_statement, problem(), {}, {}};
    if (result.refusal)
        return result;
    const ParseResult parsed = parseScenario(textBehind(m_text, m_statement));
    Timeline longer;
    const RunOutcome outcome = runScenario(*parsed.scenario, longer, {}, stop);
    if (outcome.status == RunStatus::Cancelled)
        return std::nullopt;
    if (outcome.fault) {
        result.refusal = within(*outcome.fault, m_linesBefore);
        return result;
    }
    std::optional<TimelineChunk> steps = growthSince(*m_document.timeline, longer);
    if (!steps) {
        result.refusal = refused("The run does not end in a way that a statement can go on from.");
        return result;
    }
    result.steps = std::move(*steps);
    result.plan = planPicture(longer, FontMeasure(), {.keep = m_document.plan}, stop);
    return result.plan ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace

std::optional<Appended> appendTo(const Document &document, const std::string &statement,
                                 const std::stop_token &stop)
{
    return StatementRun(document, statement).run(stop);
}

Appending::Appending(Document document, std::string statement, QObject *parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_statement(std::move(statement))
{
}

Appending::~Appending()
{
    m_stop.request_stop();
    if (m_thread)
        m_thread->wait();
}

void Appending::start()
{
    m_thread = makeWorkThread([this] {
        std::optional<Appended> appended = appendTo(m_document, m_statement, m_stop.get_token());
        if (!appended)
            appended = Appended{m_statement, refused("Cancelled."), {}, {}};
        // Shared, since a posted call must be copyable.
        QMetaObject::invokeMethod(
            this,
            [this, result = std::make_shared<const Appended>(std::move(*appended))] { Q_EMIT done(*result); },
            Qt::QueuedConnection);
    });
    m_thread->start();
}

} // namespace tetherscope
