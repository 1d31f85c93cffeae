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

/// Stands directly before every counted object; the weak count stands directly before the header.
///
/// ~~~
/// an object of its own    [Operations *] [weak] [Header] [T]
/// one in a cache's page   [key, links …] [hash] [weak] [Header] [T]
/// bytes                                    4      4     4 or 8
/// ~~~
/// The operations are needed at an object's end only, so a cached object does without the pointer: its page
/// has it, and the page is found from the address. The weak count's origin tells the two apart.
template<typename Policy>
struct Header
{
    explicit Header(std::uint32_t count)
        : strong(count)
    {
    }

    typename Policy::Strong strong;
};

/// Where an object's memory is: 0 for an allocation of its own, else the binary logarithm of the size and
/// alignment of the page that it is in.
using Origin = std::uint32_t;

/// The beginning of a page of cached objects.
template<typename Policy>
struct PageHead
{
    const Operations<Policy> *operations;
    void *core;                ///< the CacheCore of the type that the operations know
    std::uint32_t firstNumber; ///< of the nodes in this page
};

// From the header backward.
template<typename Policy>
constexpr std::size_t weakDistance = sizeof(typename Policy::Weak);
template<typename Policy>
constexpr std::size_t hashDistance = 2 * weakDistance<Policy>;
/// T, behind the header, is aligned like a pointer at least; so is the pointer to the operations.
template<typename Policy>
constexpr std::size_t operationsDistance = (weakDistance<Policy> + sizeof(Header<Policy>) + sizeof(void *) -
                                            1) /
                                               sizeof(void *) * sizeof(void *) +
                                           sizeof(void *) - sizeof(Header<Policy>);

template<typename Found, typename Policy>
Found &before(Header<Policy> &header, std::size_t distance) noexcept
{
    return *reinterpret_cast<Found *>(reinterpret_cast<std::byte *>(&header) - distance);
}

template<typename Policy>
typename Policy::Weak &weakOf(Header<Policy> &header) noexcept
{
    return before<typename Policy::Weak>(header, weakDistance<Policy>);
}

template<typename Policy>
PageHead<Policy> &pageOf(Header<Policy> &header, Origin origin) noexcept
{
    const std::uintptr_t within = (std::uintptr_t{1} << origin) - 1;
    return before<PageHead<Policy>>(header, reinterpret_cast<std::uintptr_t>(&header) & within);
}

template<typename Policy>
const Operations<Policy> &operationsOf(Header<Policy> &header) noexcept
{
    const Origin origin = weakOf(header).origin();
    return origin == 0 ? *before<const Operations<Policy> *>(header, operationsDistance<Policy>)
                       : *pageOf(header, origin).operations;
}

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
        operationsOf(header).acquired(header, strong);
    static_cast<void>(strong);
}

template<typename Policy>
bool retainIfAlive(Header<Policy> &header) noexcept
{
    const std::uint32_t strong = header.strong.incrementUnlessZero();
    if constexpr (Policy::observed) {
        if (strong != 0)
            operationsOf(header).acquired(header, strong);
    }
    return strong != 0;
}

/// Takes one unit away; true if that was the end and the caller has to expire the object.
template<typename Policy>
bool drop(Header<Policy> &header) noexcept
{
    if constexpr (Policy::observed) {
        operationsOf(header).released(header, header.strong.beginDecrement());
        return header.strong.endGuard();
    } else {
        return header.strong.decrement() == 0;
    }
}

template<typename Policy>
void release(Header<Policy> &header) noexcept
{
    if constexpr (!Policy::threads) {
        if (header.strong.value() == 1) {
            operationsOf(header).lastRelease(header);
            return;
        }
    }
    if (drop(header))
        operationsOf(header).expire(header);
}

template<typename Policy>
void releaseWeak(Header<Policy> &header) noexcept
{
    if (weakOf(header).decrement())
        operationsOf(header).deallocate(header);
}

} // namespace tetherscope::detail
