#include "console/consolepane.h"

#include "base/appearance.h"
#include "console/faultline.h"
#include "console/statementfield.h"
#include "console/statementwords.h"
#include "console/transcript.h"
#include "panes/panetitle.h"
#include "panes/textlabel.h"
#include "session/session.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace tetherscope {

namespace {

QString shownText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString printedIn(const Timeline &timeline, std::size_t step)
{
    QString printed;
    for (const Event &event : timeline.events(step)) {
        if (event.kind == EventKind::Print)
            printed += shownText(timeline.lexicon().text(event.text)) +
                       (event.flag ? QString() : QStringLiteral("\n"));
    }
    return printed;
}

QString withoutLineEnd(QString text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString sentenceOf(const Diagnostic &diagnostic)
{
    const std::string gap = diagnostic.hint.empty() ? "" : " ";
    return QString::fromStdString(diagnostic.message + gap + diagnostic.hint);
}

} // namespace

ConsolePane::ConsolePane(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_transcript(new Transcript(appearance, this))
    , m_fault(new FaultLine(appearance, this))
    , m_field(new StatementField(appearance, this))
{
    setObjectName(QStringLiteral("console"));
    setFocusProxy(m_field);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addWidget(new PaneTitle(appearance, tr("Console"), this));
    column->addWidget(m_transcript, 1);
    column->addWidget(createEntry());
    column->addWidget(m_fault);
    connect(m_field, &StatementField::submitted, this, &ConsolePane::submit);
    connect(m_field, &QPlainTextEdit::textChanged, m_fault, &FaultLine::clear);
    connectSession();
    m_field->setCompleter([this](const QString &before) { return completions(before); });
}

StatementField::Completions ConsolePane::completions(const QString &before) const
{
    if (!m_session.hasDocument())
        return {};
    const std::string statement = before.toStdString();
    const StatementWords found = wordsFor(m_session.document(), statement);
    StatementField::Completions result;
    result.prefix = QString::fromStdString(statement.substr(found.begin));
    for (const std::string &word : found.words)
        result.words.append(QString::fromStdString(word));
    return result;
}

QWidget *ConsolePane::createEntry()
{
    QWidget *const entry = new QWidget(this);
    QHBoxLayout *const row = new QHBoxLayout(entry);
    row->setContentsMargins(14, 0, 8, 0);
    row->setSpacing(0);
    TextLabel *const prompt = new TextLabel(m_appearance, &Fonts::code, TextLabel::Ink::Secondary, entry);
    prompt->setText(QStringLiteral(">>> "));
    prompt->setFixedHeight(22);
    row->addWidget(prompt, 0, Qt::AlignTop);
    row->addWidget(m_field, 1);
    return entry;
}

void ConsolePane::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, &ConsolePane::forget);
    connect(&m_session, &Session::appended, this, &ConsolePane::echo);
    connect(&m_session, &Session::appendRefused, this,
            [this](const std::string &, const Diagnostic &why) { showRefusal(why); });
}

void ConsolePane::submit(const QString &statement)
{
    if (!m_session.hasDocument() || m_session.isAppending())
        return;
    m_fault->clear();
    m_session.append(statement.toStdString());
}

/// What it has printed and, of an expression, its value, in the order of an interactive Python.
void ConsolePane::echo(const std::string &statement, std::size_t firstStep)
{
    m_field->acceptStatement();
    m_transcript->add(Transcript::Kind::Statement, QString::fromStdString(statement).trimmed());
    const Timeline &timeline = m_session.timeline();
    QString printed;
    const auto show = [&](Transcript::Kind kind, const QString &text) {
        if (!text.isEmpty())
            m_transcript->add(kind, text);
    };
    for (std::size_t step = firstStep; step < timeline.stepCount(); ++step) {
        printed += printedIn(timeline, step);
        const TextId value = timeline.step(step).value;
        if (!value)
            continue;
        show(Transcript::Kind::Printed, withoutLineEnd(std::exchange(printed, {})));
        show(Transcript::Kind::Value, shownText(timeline.lexicon().text(value)));
    }
    show(Transcript::Kind::Printed, withoutLineEnd(printed));
    ++m_run;
}

void ConsolePane::showRefusal(const Diagnostic &why)
{
    const auto line = static_cast<int>(why.place.line);
    const auto column = static_cast<int>(why.place.column);
    // Under a line that others follow there is no room for a caret.
    const bool below = line > 0 && line == m_field->blockCount() && column > 0;
    const int caret = below ? m_field->mapTo(this, QPoint(m_field->columnX(line, column), 0)).x() : -1;
    const QString words =
        line > 0 && !below ? tr("Line %1: %2").arg(line).arg(sentenceOf(why)) : sentenceOf(why);
    m_fault->setFault(words, caret);
}

/// Another run: what was typed here has not happened in it.
void ConsolePane::forget()
{
    m_fault->clear();
    if (std::exchange(m_run, 0) == 0)
        return;
    m_transcript->clearAll();
    m_transcript->add(Transcript::Kind::Remark,
                      tr("A new run: the statements from before are not in it. Up brings them back."));
}

} // namespace tetherscope
