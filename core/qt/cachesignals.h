#pragma once

#include <tetherscope/cacheobserver.h>

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace tetherscope {

template<typename Key>
class CacheSignalsObserver;

/// Tells a weak cache's story in Qt signals.
///
/// ~~~
/// CacheSignals story;
/// using Textures = WeakCache<int, Texture, ThreadSafe, CacheSignalsObserver<int>>;
/// Textures textures(story.observer<int>([](int number) { return QString::number(number); }));
/// ~~~
/// One for each cache: ids are the cache's own.
///
/// Order     Per object `created (acquired | released)* evicted`, with the counts as they were at each
/// change. Two
///           threads that change one count at the same time may be told in either order.
/// Threads   The signals are emitted in the thread of this object, whichever thread uses the cache. From that
///           thread they come at once, before the call that caused them returns; from others they wait
///           in its event loop, and nothing told later overtakes them.
/// Lifetime  Independent of the cache and its objects: what happens after this object has gone is not told.
class CacheSignals : public QObject
{
    Q_OBJECT

public:
    explicit CacheSignals(QObject *parent = nullptr);
    ~CacheSignals() override;

    /// What to construct the cache with. `format` gives the text of a key; it runs on the thread that makes
    /// or lets go of an object.
    template<typename Key>
    CacheSignalsObserver<Key> observer(std::function<QString(const Key &)> format) const
    {
        return {m_outlet, std::move(format)};
    }

Q_SIGNALS:
    void created(quint64 id, const QString &key);
    void acquired(quint64 id, quint32 strong);
    void released(quint64 id, quint32 strong);
    void evicted(quint64 id, const QString &key);

private:
    template<typename Key>
    friend class CacheSignalsObserver;

    enum class Kind { Created, Acquired, Released, Evicted };
    struct Report
    {
        Kind kind;
        quint64 id;
        quint32 strong;
        QString key;
    };
    class Outlet;

    static void tell(const std::shared_ptr<Outlet> &outlet, Report report);
    static void deliver(const std::shared_ptr<Outlet> &outlet);
    void emitReport(const Report &report);

    const std::shared_ptr<Outlet> m_outlet;
};

/// The observer that feeds a CacheSignals; made by CacheSignals::observer(), owned by the cache's core.
template<typename Key>
class CacheSignalsObserver
{
public:
    template<typename T>
    void onCreate(const CacheEvent<Key, T> &event)
    {
        CacheSignals::tell(m_outlet,
                           {CacheSignals::Kind::Created, event.id, event.strong, m_format(event.key)});
    }
    template<typename T>
    void onAcquire(const CacheEvent<Key, T> &event)
    {
        CacheSignals::tell(m_outlet, {CacheSignals::Kind::Acquired, event.id, event.strong, {}});
    }
    template<typename T>
    void onRelease(const CacheEvent<Key, T> &event)
    {
        CacheSignals::tell(m_outlet, {CacheSignals::Kind::Released, event.id, event.strong, {}});
    }
    template<typename T>
    void onEvict(const CacheEvent<Key, T> &event)
    {
        CacheSignals::tell(m_outlet,
                           {CacheSignals::Kind::Evicted, event.id, event.strong, m_format(event.key)});
    }

private:
    friend class CacheSignals;
    using Format = std::function<QString(const Key &)>;

    CacheSignalsObserver(std::shared_ptr<CacheSignals::Outlet> outlet, Format format)
        : m_outlet(std::move(outlet))
        , m_format(std::move(format))
    {
    }

    std::shared_ptr<CacheSignals::Outlet> m_outlet;
    Format m_format;
};

} // namespace tetherscope
