#include "notices.h"

#include "panes/notice.h"
#include "session/session.h"

#include <QBuffer>
#include <QFile>

#include <chrono>

namespace tetherscope {

namespace {

/// Shorter work is not worth a word.
constexpr std::chrono::milliseconds patience{200};
constexpr int longestShownLine = 200;

/// A line of the text that was read, or as much of it as can be got again.
QByteArray lineOf(const Source &source, std::uint32_t number)
{
    QBuffer typed;
    QFile file(source.path);
    if (source.draft)
        typed.setData(source.draft->data(), static_cast<int>(source.draft->size()));
    QIODevice &text = source.draft ? static_cast<QIODevice &>(typed) : file;
    QByteArray line;
    if (!source.isPreset() || source.draft)
        text.open(QIODevice::ReadOnly);
    for (; text.isOpen() && number > 0 && !text.atEnd(); --number)
        line = text.readLine();
    return line;
}

/// The line that is wrong, and a caret under the column; nothing where the place is not known.
QString codeAt(const Source &source, const Place &place)
{
    if (place.line == 0)
        return {};
    const QByteArray line = lineOf(source, place.line);
    QString text = QString::fromUtf8(line).trimmed().left(longestShownLine);
    const qsizetype indent = QString::fromUtf8(line).indexOf(text);
    const qsizetype column = qsizetype(place.column) - 1 - std::max<qsizetype>(indent, 0);
    if (place.column == 0 || column < 0 || column > text.size())
        return text;
    return text + u'\n' + QString(column, u' ') + u'^';
}

/// Where and what: of the text in the editor the line, of others the file too.
QString placed(const Source &source, const Diagnostic &problem)
{
    const QString message = QString::fromStdString(problem.message);
    if (problem.place.line == 0)
        return Notices::tr("%1: %2").arg(source.fileName(), message);
    if (source.draft)
        return Notices::tr("Line %1: %2").arg(problem.place.line).arg(message);
    return Notices::tr("%1, line %2: %3").arg(source.fileName()).arg(problem.place.line).arg(message);
}

} // namespace

Notices::Notices(Session &session, const Appearance &appearance, QWidget *host, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_busy(new Notice(appearance, tr("Cancel"), host))
    , m_problem(new Notice(appearance, tr("Close"), host))
{
    m_busy->setObjectName(QStringLiteral("busy"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Notices::sayBusy);
    connect(&session, &Session::busyChanged, this, &Notices::showBusy);
    connect(&session, &Session::problemsChanged, this, &Notices::showProblems);
    connect(m_busy, &Notice::buttonPressed, &session, &Session::cancel);
    connect(m_problem, &Notice::buttonPressed, &session, &Session::dismissProblem);
    connect(m_problem, &Notice::offerTaken, this, &Notices::mendingAsked);
}

void Notices::setHost(QWidget *host)
{
    m_busy->setHost(host);
    m_problem->setHost(host);
}

void Notices::showBusy()
{
    if (!m_session.loading() && !m_session.isTidying() && !m_session.isAppending()) {
        m_patience.stop();
        m_busy->hide();
    } else if (m_busy->isVisible()) {
        sayBusy();
    } else if (!m_patience.isActive()) {
        m_patience.start();
    }
}

void Notices::sayBusy()
{
    const Loading *const loading = m_session.loading();
    if (!loading) {
        m_busy->setText(m_session.isAppending() ? tr("Running the statement…")
                                                : tr("Laying the picture out…"));
        m_busy->setProgress(0);
    } else {
        const QString name = loading->document().source.fileName();
        const std::size_t steps = loading->document() ? loading->document().lastStep() : 0;
        const bool planning = loading->phase() == Loading::Phase::Planning;
        m_busy->setText(planning ? tr("Laying %1 out…").arg(name)
                                 : tr("Running %1: %2 steps").arg(name).arg(steps));
        m_busy->setProgress(loading->progress());
    }
    m_busy->show();
    m_busy->raise();
}

void Notices::showProblems()
{
    const std::vector<Diagnostic> &problems = m_session.problems();
    if (problems.empty())
        return m_problem->hide();
    const Diagnostic &first = problems.front();
    QString text = placed(m_session.problemSource(), first);
    if (!first.hint.empty())
        text += u' ' + QString::fromStdString(first.hint);
    if (m_session.hasDocument() && m_session.document().lastStep() > 0)
        text += u' ' + tr("The picture is of the last version that ran.");
    m_problem->setText(text, codeAt(m_session.problemSource(), first.place));
    const bool isInEditor = m_session.problemSource().draft != nullptr;
    m_problem->setOffer(first.place.line > 0 && !isInEditor ? tr("Mend it here") : QString());
    m_problem->show();
    m_problem->raise();
}

} // namespace tetherscope
