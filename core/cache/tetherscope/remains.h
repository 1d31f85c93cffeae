#pragma once

#include <tetherscope/detail/header.h>

#include <concepts>
#include <deque>
#include <utility>

namespace tetherscope {

/// An object that nobody holds any more and whose destructor has not run yet.
///
/// The destructor of the Remains destroys the object. A type takes its dead over by declaring
/// `void disposeOf(Remains<T, Policy> dead) noexcept` where argument-dependent look-up finds it (a hidden
/// friend of T, or of a base of T with Remains of that base); it is called instead of the destructor, on the
/// thread that let go, and may keep the Remains and destroy them later, wherever it likes. WeakRefs to the
/// object have expired, it has left its cache, and it cannot be revived.
template<typename T, typename Policy>
class Remains
{
public:
    /// For the library: takes over an object whose count is zero.
    explicit Remains(T &dead) noexcept
        : m_object(&dead)
    {
    }
    template<typename U>
    requires std::convertible_to<U *, T *> Remains(Remains<U, Policy> &&other)
    noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    Remains(Remains &&other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    Remains &operator=(Remains &&other) noexcept
    {
        Remains(std::move(other)).swap(*this);
        return *this;
    }
    ~Remains()
    {
        if (m_object != nullptr) {
            detail::Header<Policy> &header = detail::headerOf<Policy>(m_object);
            detail::operationsOf(header).destroy(header);
        }
    }

    void swap(Remains &other) noexcept { std::swap(m_object, other.m_object); }

    T *get() const noexcept { return m_object; } ///< Null after a move.
    T &operator*() const noexcept { return *m_object; }
    T *operator->() const noexcept { return m_object; }

private:
    template<typename, typename>
    friend class Remains;

    T *m_object;
};

/// Destroys chains without recursion: a list of a million nodes needs no more stack than one of two.
///
/// ~~~
/// struct Node {
///     Ref<Node> next;
///     friend void disposeOf(Remains<Node, ThreadSafe> dead) noexcept
///     {
///         thread_local DisposalQueue<Node> queue;
///         queue.add(std::move(dead));
///     }
/// };
/// ~~~
/// What dies while the queue is destroying something waits for its turn. The order is that of the ends of
/// the counts, so the children of an object die after its destructor has returned.
///
/// Threads   One queue belongs to one thread.
/// Lifetime  The queue outlives the last handle let go on its thread; beware of handles of static life.
/// Errors    Destruction has no way to fail: out of memory for the queue itself ends the program.
template<typename T, typename Policy = ThreadSafe>
class DisposalQueue
{
public:
    void add(Remains<T, Policy> dead) noexcept
    {
        m_waiting.push_back(std::move(dead));
        if (!m_draining)
            drain();
    }

private:
    void drain() noexcept
    {
        m_draining = true;
        while (!m_waiting.empty()) {
            const Remains<T, Policy> first = std::move(m_waiting.front());
            m_waiting.pop_front();
        } // destroyed here, and what it held is added behind
        m_draining = false;
    }

    std::deque<Remains<T, Policy>> m_waiting;
    bool m_draining = false;
};

} // namespace tetherscope
