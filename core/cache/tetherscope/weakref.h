#pragma once

#include <tetherscope/ref.h>

namespace tetherscope {

/// Watches an object without keeping it alive, and hands out a Ref while it lives.
///
/// Eight bytes. The object's destructor runs when the last Ref goes; its memory is given back when the last
/// WeakRef has gone too. Equal WeakRefs watch the same object, dead or alive.
///
/// Threads   As the policy says; lock() either gives a full handle or nothing.
/// Errors    Nothing throws. Four million WeakRefs to one object end the program.
template<typename T, typename Policy = ThreadSafe>
class WeakRef
{
public:
    WeakRef() noexcept = default;
    WeakRef(std::nullptr_t) noexcept {}
    WeakRef(const Ref<T, Policy> &watched) noexcept
        : WeakRef(watched.get())
    {
    }
    template<typename U>
    requires std::convertible_to<U *, T *> WeakRef(const Ref<U, Policy> &watched)
    noexcept
        : WeakRef(Ref<T, Policy>(watched))
    {
    }
    WeakRef(const WeakRef &other) noexcept
        : WeakRef(other.m_object)
    {
    }
    WeakRef(WeakRef &&other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    WeakRef &operator=(WeakRef other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~WeakRef()
    {
        if (m_object != nullptr)
            detail::releaseWeak(header());
    }

    /// Watches an object that is known to be counted. Requires: as Ref::share().
    static WeakRef watch(T &object) noexcept { return WeakRef(&object); }

    /// A handle, or an empty one if the object's last handle has gone.
    Ref<T, Policy> lock() const noexcept
    {
        const bool alive = m_object != nullptr && detail::retainIfAlive(header());
        return alive ? Ref<T, Policy>::adopt(*m_object) : nullptr;
    }
    /// True once the last handle has gone, and for a WeakRef that watches nothing. Never false again.
    bool expired() const noexcept { return m_object == nullptr || header().strong.value() == 0; }

    friend bool operator==(const WeakRef &, const WeakRef &) noexcept = default;

private:
    explicit WeakRef(T *object) noexcept
        : m_object(object)
    {
        if (m_object != nullptr)
            detail::weakOf(header()).increment();
    }
    detail::Header<Policy> &header() const noexcept { return detail::headerOf<Policy>(m_object); }

    T *m_object = nullptr; ///< never followed: where the header is found
};

} // namespace tetherscope
