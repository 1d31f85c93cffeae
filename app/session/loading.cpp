#include "session/loading.h"

#include "session/workthread.h"

#include <chrono>
#include <utility>

namespace tetherscope {

namespace {

/// How long a person waits for the whole before being shown the part; shorter runs appear in one piece.
constexpr std::chrono::milliseconds prefixDelay{400};

} // namespace

template<typename Call>
void Loading::post(Call call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

/// Hands the chunks of a run over to the thread that shows them.
class Loading::Sink final : public TimelineSink
{
public:
    explicit Sink(Loading &loading)
        : m_loading(loading)
    {
    }
    void append(TimelineChunk &&chunk) override
    {
        // Shared, since a posted call must be copyable.
        m_loading.post([loading = &m_loading, piece = std::make_shared<TimelineChunk>(std::move(chunk))] {
            loading->append(std::move(*piece));
        });
    }

private:
    Loading &m_loading;
};

Loading::Loading(Source source, const RunLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_timeline(std::make_shared<Timeline>())
{
    m_document.source = std::move(source);
    m_document.finished = false;
    m_prefixTimer.setSingleShot(true);
    m_prefixTimer.setInterval(prefixDelay);
    connect(&m_prefixTimer, &QTimer::timeout, this, &Loading::planPrefix);
    connect(&m_planJob, &PlanJob::planned, this, &Loading::takePlan);
    connect(&m_planJob, &PlanJob::progressed, this, &Loading::progressed);
}

Loading::~Loading()
{
    m_stopRun.request_stop();
    if (m_thread)
        m_thread->wait();
}

void Loading::start()
{
    m_thread = makeWorkThread([this] { work(); });
    m_thread->start();
    m_prefixTimer.start();
}

void Loading::work()
{
    ParseResult parsed = read(m_document.source);
    if (!parsed.scenario) {
        post([this, diagnostics = std::move(parsed.diagnostics)] { refuse(diagnostics); });
        return;
    }
    post([this, scenario = parsed.scenario] {
        m_document.scenario = scenario;
        setPhase(Phase::Running);
    });
    Sink sink(*this);
    RunOutcome outcome = runScenario(*parsed.scenario, sink, m_limits, m_stopRun.get_token());
    post([this, outcome = std::move(outcome)] { finishRun(outcome); });
}

void Loading::refuse(const std::vector<Diagnostic> &diagnostics)
{
    setPhase(Phase::Done);
    Q_EMIT refused(diagnostics);
    Q_EMIT done();
}

void Loading::append(TimelineChunk &&chunk)
{
    m_timeline->append(std::move(chunk));
    m_document.timeline = m_timeline;
    Q_EMIT grown();
    Q_EMIT progressed();
}

void Loading::finishRun(const RunOutcome &outcome)
{
    m_document.outcome = outcome;
    m_document.finished = true;
    setPhase(Phase::Planning);
    m_planJob.start(m_timeline);
}

void Loading::planPrefix()
{
    if (m_phase == Phase::Running && m_document.timeline)
        m_planJob.start(std::make_shared<const Timeline>(*m_timeline));
}

void Loading::takePlan(const std::shared_ptr<const Plan> &plan)
{
    m_document.plan = plan;
    if (m_document.finished)
        setPhase(Phase::Done);
    if (std::exchange(m_shown, true))
        Q_EMIT planChanged();
    else
        Q_EMIT ready();
    if (m_document.finished)
        Q_EMIT done();
}

void Loading::cancel()
{
    if (m_phase == Phase::Reading || m_phase == Phase::Running) {
        m_stopRun.request_stop();
    } else if (m_phase == Phase::Planning) {
        m_planJob.stop();
        setPhase(Phase::Done);
        Q_EMIT done();
    }
}

double Loading::progress() const
{
    switch (m_phase) {
    case Phase::Running:
        return static_cast<double>(m_timeline->stepCount()) / static_cast<double>(m_limits.steps);
    case Phase::Planning:
        return m_planJob.progress();
    case Phase::Reading:
        return 0;
    case Phase::Done:
        return 1;
    }
    return 0;
}

void Loading::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT progressed();
}

} // namespace tetherscope
