#include "session/session.h"

#include "session/followedstep.h"

#include <QFileInfo>

namespace tetherscope {

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_player, &Player::positionChanged, this, &Session::takeMove);
    connect(&m_tidying, &PlanJob::planned, this, &Session::takeTidyPlan);
    connect(&m_draft, &Draft::edited, this, &Session::takeEdit);
    connect(&m_draft, &Draft::paused, this, &Session::runTyped);
}

Session::~Session() = default;

void Session::open(const Source &source, std::optional<std::uint32_t> step)
{
    m_stepWhenReady = step.value_or(0);
    load(source);
}

void Session::load(const Source &source)
{
    m_loading = std::make_unique<Loading>(source, m_runLimits);
    connect(m_loading.get(), &Loading::ready, this, &Session::takeReady);
    connect(m_loading.get(), &Loading::grown, this, &Session::takeGrowth);
    connect(m_loading.get(), &Loading::planChanged, this, &Session::takeReady);
    connect(m_loading.get(), &Loading::refused, this, &Session::takeRefusal);
    connect(m_loading.get(), &Loading::progressed, this, &Session::busyChanged);
    connect(m_loading.get(), &Loading::done, this, &Session::finishLoading);
    m_loading->start();
    Q_EMIT busyChanged();
}

void Session::show(const Document &document, std::uint32_t step)
{
    m_loading.reset();
    m_stepWhenReady = step;
    setProblems({}, {});
    // Others may show it too, and a statement typed here is not for them.
    const auto own = std::make_shared<Timeline>(*document.timeline);
    Document shown = document;
    shown.timeline = own;
    replaceDocument(shown, step);
    m_timeline = own;
    Q_EMIT busyChanged();
}

void Session::runAgain()
{
    if (!hasDocument())
        return;
    m_stepWhenReady.reset();
    load(m_draft.source());
}

bool Session::showsDraft() const
{
    return hasDocument() && m_draft.text().toStdString() == m_document.scenario->text();
}

/// Who has taken back what was wrong need not wait to be told that it is well.
void Session::takeEdit()
{
    if (showsDraft())
        dismissProblem();
}

void Session::runTyped()
{
    if (!showsDraft())
        runAgain();
}

void Session::tidy()
{
    if (!hasDocument() || !m_document.finished || isAppending())
        return;
    m_tidying.start(m_document.timeline, {m_player.position().step});
    Q_EMIT busyChanged();
}

void Session::append(const std::string &statement)
{
    m_tidying.stop();
    if (!m_document.finished) {
        Q_EMIT appendRefused(statement, {{}, tr("The run still goes on.").toStdString(), {}});
        return;
    }
    m_appending = std::make_unique<Appending>(m_document, statement);
    connect(m_appending.get(), &Appending::done, this, &Session::takeAppended);
    m_appending->start();
    Q_EMIT busyChanged();
}

void Session::takeAppended(const Appended &appended)
{
    // It is emitting this very signal.
    m_appending.release()->deleteLater();
    Q_EMIT busyChanged();
    if (appended.refusal) {
        Q_EMIT appendRefused(appended.statement, *appended.refusal);
        return;
    }
    const std::size_t firstStep = m_timeline->stepCount();
    m_player.pause();
    m_timeline->append(TimelineChunk(appended.steps));
    m_document.plan = appended.plan;
    m_document.appended.push_back(appended.statement);
    Q_EMIT grown();
    Q_EMIT planChanged();
    m_player.noteGrowth();
    m_player.last();
    Q_EMIT this->appended(appended.statement, firstStep);
}

void Session::takeTidyPlan(const std::shared_ptr<const Plan> &plan)
{
    m_document.plan = plan;
    Q_EMIT planChanged();
    Q_EMIT busyChanged();
}

void Session::cancel()
{
    if (m_loading)
        m_loading->cancel();
    m_tidying.stop();
    if (m_appending)
        m_appending->cancel();
    Q_EMIT busyChanged();
}

void Session::dismissProblem()
{
    setProblems({}, {});
}

void Session::noteSaved(const QString &path)
{
    m_draft.noteSaved(path);
    m_document.source = fileSource(path);
    Q_EMIT sourceChanged();
}

bool Session::showsLoading() const
{
    return m_loading && m_document.timeline && m_document.timeline == m_loading->document().timeline;
}

void Session::takeReady()
{
    const Document document = m_loading->document();
    if (showsLoading()) {
        m_document = document;
        Q_EMIT grown();
        Q_EMIT planChanged();
        return;
    }
    setProblems({}, {});
    if (!document.source.path.isEmpty() && !document.source.draft)
        Q_EMIT fileOpened(QFileInfo(document.source.path).absoluteFilePath());
    replaceDocument(document, stepToShow(document));
    m_timeline = m_loading->timeline();
}

std::uint32_t Session::stepToShow(const Document &next) const
{
    if (m_stepWhenReady || !hasDocument())
        return m_stepWhenReady.value_or(0);
    const TextChange change(m_document.scenario->text(), next.scenario->text());
    return followedStep(timeline(), m_player.position().step, *next.timeline, change);
}

void Session::takeGrowth()
{
    if (!showsLoading())
        return;
    m_player.noteGrowth();
    Q_EMIT grown();
}

void Session::takeRefusal(const std::vector<Diagnostic> &diagnostics)
{
    setProblems(m_loading->document().source, diagnostics);
}

void Session::finishLoading()
{
    if (showsLoading())
        m_document = m_loading->document(); // also where planning the whole was cancelled
    // It is emitting this very signal.
    m_loading.release()->deleteLater();
    Q_EMIT busyChanged();
}

void Session::replaceDocument(const Document &document, std::uint32_t step)
{
    Q_EMIT documentAboutToChange();
    m_tidying.stop();
    m_appending.reset();
    m_player.pause();
    m_document = document;
    if (m_stepWhenReady || !document.source.draft) // else the person has it, and may have typed on
        m_draft.open(document.source, QString::fromStdString(document.scenario->text()));
    m_moment = std::make_unique<Moment>(*m_document.timeline);
    m_selection.reset();
    m_placing.reset();
    m_folds.reset();
    {
        const QSignalBlocker quiet(m_player); // panes hear of the new run first
        m_player.setTimeline(m_document.timeline);
        m_player.seekStep(step);
    }
    m_moment->seek(m_player.position());
    Q_EMIT documentChanged();
    m_player.noteGrowth();
    Q_EMIT momentChanged();
}

void Session::takeMove(Position position)
{
    if (!m_moment)
        return;
    m_moment->seek(position);
    Q_EMIT momentChanged();
}

void Session::setProblems(const Source &source, std::vector<Diagnostic> problems)
{
    if (problems.empty() && m_problems.empty())
        return;
    m_problems = std::move(problems);
    m_problemSource = source;
    Q_EMIT problemsChanged();
}

} // namespace tetherscope
