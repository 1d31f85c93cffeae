#include "session/session.h"

#include <QFileInfo>

namespace tetherscope {

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_player, &Player::positionChanged, this, &Session::takeMove);
    connect(&m_tidying, &PlanJob::planned, this, &Session::takeTidyPlan);
}

Session::~Session() = default;

void Session::open(const Source &source, std::optional<std::uint32_t> step)
{
    m_stepWhenReady = step.value_or(0);
    m_loading = std::make_unique<Loading>(source);
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
    setProblems({}, {});
    replaceDocument(document, step);
    Q_EMIT busyChanged();
}

void Session::runAgain()
{
    if (hasDocument())
        open(m_document.source, m_player.position().step);
}

void Session::tidy()
{
    if (!hasDocument() || !m_document.finished)
        return;
    m_tidying.start(m_document.timeline, {m_player.position().step});
    Q_EMIT busyChanged();
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
    Q_EMIT busyChanged();
}

void Session::dismissProblem()
{
    setProblems({}, {});
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
    if (!document.source.isPreset())
        Q_EMIT fileOpened(QFileInfo(document.source.path).absoluteFilePath());
    replaceDocument(document, m_stepWhenReady);
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
    m_player.pause();
    m_document = document;
    m_moment = std::make_unique<Moment>(*m_document.timeline);
    m_selection.reset();
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
