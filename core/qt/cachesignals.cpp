#include "qt/cachesignals.h"

#include <QThread>

#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace tetherscope {

/// Where hooks of any thread leave their reports, and what is left of a CacheSignals when it has gone.
///
/// One queue for all threads keeps the order. Whoever delivers takes one report at a time and emits it
/// unlocked, so a slot may use the cache, and what that causes is told after what came before it.
class CacheSignals::Outlet
{
public:
    explicit Outlet(CacheSignals &owner)
        : m_owner(&owner)
    {
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_owner = nullptr;
        m_reports.clear();
    }

    /// True if the caller is in the owner's thread and should deliver now; otherwise that thread is woken.
    bool add(Report report, const std::shared_ptr<Outlet> &self)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_owner == nullptr)
            return false;
        m_reports.push_back(std::move(report));
        if (m_owner->thread() == QThread::currentThread())
            return true;
        if (!m_woken)
            QMetaObject::invokeMethod(
                m_owner, [self] { deliver(self); }, Qt::QueuedConnection);
        m_woken = true;
        return false;
    }

    /// How many reports to deliver now. Those that come meanwhile wake the thread again, so that busy
    /// threads cannot keep its event loop from its other work.
    std::size_t beginDelivery()
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = false;
        return m_reports.size();
    }

    /// The next report and who emits it. The pointer is good in its own thread until a slot deletes it.
    std::optional<std::pair<CacheSignals *, Report>> next()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_reports.empty())
            return std::nullopt;
        std::pair first(m_owner, std::move(m_reports.front()));
        m_reports.pop_front();
        return first;
    }

private:
    std::mutex m_mutex;
    CacheSignals *m_owner;
    std::deque<Report> m_reports;
    bool m_woken = false;
};

CacheSignals::CacheSignals(QObject *parent)
    : QObject(parent)
    , m_outlet(std::make_shared<Outlet>(*this))
{
}

CacheSignals::~CacheSignals()
{
    m_outlet->close();
}

void CacheSignals::tell(const std::shared_ptr<Outlet> &outlet, Report report)
{
    if (outlet->add(std::move(report), outlet))
        deliver(outlet);
}

void CacheSignals::deliver(const std::shared_ptr<Outlet> &outlet)
{
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the copy is what keeps it alive
    const std::shared_ptr<Outlet> kept = outlet; // a slot may end the cache, and the hook with it
    for (std::size_t left = kept->beginDelivery(); left > 0; --left) {
        if (const auto report = kept->next())
            report->first->emitReport(report->second);
    }
}

void CacheSignals::emitReport(const Report &report)
{
    switch (report.kind) {
    case Kind::Created:
        Q_EMIT created(report.id, report.key);
        break;
    case Kind::Acquired:
        Q_EMIT acquired(report.id, report.strong);
        break;
    case Kind::Released:
        Q_EMIT released(report.id, report.strong);
        break;
    case Kind::Evicted:
        Q_EMIT evicted(report.id, report.key);
        break;
    }
}

} // namespace tetherscope
