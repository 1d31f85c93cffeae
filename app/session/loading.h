#pragma once

#include "session/document.h"
#include "session/planjob.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <vector>

namespace tetherscope {

/// One scenario on its way from a text to a picture: read, run and planned on threads of its own.
///
/// Signals come in this order: refused() alone; or grown() as steps arrive, ready() when the document can be
/// shown, and done() at the end. A run that takes longer than a moment is shown while it goes on: ready()
/// then comes early, with a plan of what has run so far, and planChanged() when the whole is planned.
///
/// Lifetime  The destructor stops the threads and waits for them.
/// Threads   Lives on one; the timeline grows on that thread only.
class Loading : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Reading, Running, Planning, Done };

    explicit Loading(Source source, const RunLimits &limits = {}, QObject *parent = nullptr);
    ~Loading() override;

    void start();
    /// A run stops where it is, and what has run is planned and shown; planning stops with nothing to show.
    void cancel();

    Phase phase() const { return m_phase; }
    double progress() const; ///< 0 to 1 within the phase
    const Document &document() const { return m_document; }
    /// The document's, which grows; once it is done, whoever shows it may go on with it.
    const std::shared_ptr<Timeline> &timeline() const { return m_timeline; }

Q_SIGNALS:
    /// The text cannot be run; at least one diagnostic.
    void refused(const std::vector<tetherscope::Diagnostic> &diagnostics);
    void grown();
    void ready();
    void planChanged();
    void progressed();
    /// No more signals; also after a cancelled plan, when there may have been no ready().
    void done();

private:
    class Sink;
    void work();
    void append(TimelineChunk &&chunk);
    void finishRun(const RunOutcome &outcome);
    void planPrefix();
    void takePlan(const std::shared_ptr<const Plan> &plan);
    void refuse(const std::vector<Diagnostic> &diagnostics);
    void setPhase(Phase phase);
    /// Calls it later on this object's thread, if the object still lives.
    template<typename Call>
    void post(Call call);

    const RunLimits m_limits;
    Document m_document;
    std::shared_ptr<Timeline> m_timeline;
    Phase m_phase = Phase::Reading;
    bool m_shown = false;
    QTimer m_prefixTimer;
    std::stop_source m_stopRun;
    std::unique_ptr<QThread> m_thread;
    PlanJob m_planJob;
};

} // namespace tetherscope
