#pragma once

#include <tetherscope/policy.h>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tetherscope::detail {

template<typename Policy>
struct Header;

/// What ends an object of one concrete type, whatever the type of the handle that lets it go.
/// Chosen where the object is made, so hooks for a derived class are found through handles to its base.
template<typename Policy>
struct Operations
{
    using Step = void (*)(Header<Policy> &) noexcept;
    using Report = void (*)(Header<Policy> &, std::uint32_t strong) noexcept;

    Step lastRelease; ///< SingleThread: the count is one and the handle that is it goes
    Step expire;      ///< nothing counts any more: evict, then dispose
    Step destroy;     ///< run the destructor, then give up the object's own weak unit
    Step deallocate;  ///< the weak count is zero: give the memory back
    Report acquired;  ///< Observed only
    Report released;  ///< Observed only
};

/// Stands directly before every counted object, in the same allocation.
/// `weak` counts the WeakRefs and, as one more, the object itself as long as its destructor has not run.
template<typename Policy>
struct Header
{
    explicit Header(const Operations<Policy> &ops)
        : strong(1)
        , weak(1)
        , operations(&ops)
    {
    }

    typename Policy::Strong strong;
    typename Policy::Weak weak;
    const Operations<Policy> *operations;
};

template<typename Policy, typename T>
Header<Policy> &headerOf(T *object) noexcept
{
    void *address = const_cast<std::remove_cv_t<T> *>(object);
    return *reinterpret_cast<Header<Policy> *>(static_cast<std::byte *>(address) - sizeof(Header<Policy>));
}

template<typename Policy>
void retain(Header<Policy> &header) noexcept
{
    const std::uint32_t strong = header.strong.increment();
    assert(strong > 1 && "shared after the last handle had gone");
    if constexpr (Policy::observed)
        header.operations->acquired(header, strong);
    static_cast<void>(strong);
}

template<typename Policy>
bool retainIfAlive(Header<Policy> &header) noexcept
{
    const std::uint32_t strong = header.strong.incrementUnlessZero();
    if constexpr (Policy::observed) {
        if (strong != 0)
            header.operations->acquired(header, strong);
    }
    return strong != 0;
}

/// Takes one unit away; true if that was the end and the caller has to expire the object.
template<typename Policy>
bool drop(Header<Policy> &header) noexcept
{
    if constexpr (Policy::observed) {
        header.operations->released(header, header.strong.beginDecrement());
        return header.strong.endDecrement();
    } else {
        return header.strong.decrement() == 0;
    }
}

template<typename Policy>
void release(Header<Policy> &header) noexcept
{
    if constexpr (!Policy::threads) {
        if (header.strong.value() == 1) {
            header.operations->lastRelease(header);
            return;
        }
    }
    if (drop(header))
        header.operations->expire(header);
}

template<typename Policy>
void releaseWeak(Header<Policy> &header) noexcept
{
    if (header.weak.decrement() == 0)
        header.operations->deallocate(header);
}

} // namespace tetherscope::detail
