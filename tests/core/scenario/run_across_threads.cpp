// A run on one thread whose chunks are put together and looked at on another, as the window does it; without
// Qt, so that ThreadSanitizer can judge it.

#include "check.h"

#include "scenario/run.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

using namespace tetherscope;

namespace {

/// Hands chunks from the run's thread to the one that shows them; nothing else is shared.
class ChunkQueue final : public TimelineSink
{
public:
    void append(TimelineChunk &&chunk) override
    {
        const std::lock_guard lock(m_mutex);
        m_chunks.push_back(std::move(chunk));
        m_changed.notify_one();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_one();
    }
    /// Waits for the next chunk; false: there is none any more.
    bool take(TimelineChunk &chunk)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_chunks.empty(); });
        if (m_chunks.empty())
            return false;
        chunk = std::move(m_chunks.front());
        m_chunks.pop_front();
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<TimelineChunk> m_chunks;
    bool m_closed = false;
};

std::shared_ptr<const Scenario> parsed(const char *text)
{
    const ParseResult result = parseScenario(text);
    check(result.scenario != nullptr, "the scenario parses");
    return result.scenario;
}

/// Runs on a thread of its own; `look` sees the timeline each time it has grown.
template<typename Look>
RunOutcome runAndLook(const Scenario &scenario, Timeline &timeline, std::stop_token stop, Look &&look)
{
    ChunkQueue queue;
    RunOutcome outcome;
    std::thread worker([&] {
        outcome = runScenario(scenario, queue, {}, stop);
        queue.close();
    });
    for (TimelineChunk chunk; queue.take(chunk);) {
        timeline.append(std::move(chunk));
        look(timeline);
    }
    worker.join();
    return outcome;
}

void growingTimeline_canBeWalked()
{
    const std::shared_ptr<const Scenario> scenario = parsed("class Node: pass\n"
                                                            "head = None\n"
                                                            "for n in range(4000):\n"
                                                            "    node = Node()\n"
                                                            "    node.next = head\n"
                                                            "    head = node if n % 100 else None\n");
    Timeline timeline;
    std::size_t looks = 0;
    const RunOutcome outcome = runAndLook(*scenario, timeline, {}, [&looks](const Timeline &grown) {
        Cursor cursor(grown);
        cursor.seek(grown.last());
        cursor.seek(grown.end(grown.stepCount() / 2));
        check(grown.stepCount() < 3 || cursor.graph().living().size() > 0, "objects are there in the middle");
        ++looks;
    });
    check(outcome.status == RunStatus::Finished, "the run finishes");
    check(looks > 1, "the chunks come while it runs");
    Timeline whole;
    runScenario(*scenario, whole);
    check(whole.stepCount() == timeline.stepCount() && whole.eventCount() == timeline.eventCount() &&
              whole.graphAt(whole.last()) == timeline.graphAt(timeline.last()),
          "the chunks joined are the run");
}

void stopFromOutside_endsTheRun()
{
    const std::shared_ptr<const Scenario> scenario = parsed("n = 0\nwhile n < 50000: n = n + 1\n");
    std::stop_source stop;
    Timeline timeline;
    const RunOutcome outcome =
        runAndLook(*scenario, timeline, stop.get_token(), [&stop](const Timeline &) { stop.request_stop(); });
    check(outcome.status == RunStatus::Cancelled, "the run is cancelled");
    check(timeline.stepCount() < 50'000, "it ends before its time");
}

} // namespace

int main()
{
    growingTimeline_canBeWalked();
    stopFromOutside_endsTheRun();
    return 0;
}
