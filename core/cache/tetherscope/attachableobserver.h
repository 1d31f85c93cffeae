#pragma once

#include <tetherscope/cacheobserver.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace tetherscope {

/// What an AttachableObserver tells its events to. The hooks are cacheobserver.h's, on the same threads, and
/// may not throw either.
template<typename Key, typename T>
class CacheListener
{
public:
    using Event = CacheEvent<Key, T>;

    virtual ~CacheListener() = default;
    virtual void onCreate(const Event &) {}
    virtual void onAcquire(const Event &) {}
    virtual void onRelease(const Event &) {}
    virtual void onEvict(const Event &) {}
};

/// An observer that may get a listener, or another one, or none, while the cache is in use.
///
/// ~~~
/// WeakCache<int, Image, ThreadSafe, AttachableObserver<int, Image>> images;
/// images.observer().attach(std::make_shared<Log>());
/// ~~~
/// Without a listener a hook is one load and a branch, and handles are those of an observed cache: a release
/// takes two locked operations. (With NoObserver there is no code at all.)
///
/// A listener hears of what happens while it is attached: it may see an object gain a handle that it never
/// saw created. One that is detached may still be in a hook on another thread, and lives until that has
/// returned.
///
/// Threads   attach() from any, also inside a hook.
template<typename Key, typename T>
class AttachableObserver
{
public:
    using Event = CacheEvent<Key, T>;
    using Listener = CacheListener<Key, T>;

    AttachableObserver() = default;
    /// For handing it to a cache. Nothing has been attached to `other` yet, and nothing is.
    AttachableObserver(AttachableObserver &&) noexcept {}

    /// From here on events go to `listener`; to nobody if it is null.
    void attach(std::shared_ptr<Listener> listener)
    {
        const std::scoped_lock lock(m_mutex);
        m_attached.store(listener != nullptr, std::memory_order_relaxed);
        m_listener.swap(listener);
    }

    void onCreate(const Event &event) { tell(&Listener::onCreate, event); }
    void onAcquire(const Event &event) { tell(&Listener::onAcquire, event); }
    void onRelease(const Event &event) { tell(&Listener::onRelease, event); }
    void onEvict(const Event &event) { tell(&Listener::onEvict, event); }

private:
    void tell(void (Listener::*hook)(const Event &), const Event &event)
    {
        if (!m_attached.load(std::memory_order_relaxed)) [[likely]]
            return;
        if (const std::shared_ptr<Listener> listener = current())
            ((*listener).*hook)(event);
    }
    std::shared_ptr<Listener> current()
    {
        const std::scoped_lock lock(m_mutex);
        return m_listener;
    }

    std::atomic<bool> m_attached = false;
    std::mutex m_mutex;
    std::shared_ptr<Listener> m_listener;
};

} // namespace tetherscope
