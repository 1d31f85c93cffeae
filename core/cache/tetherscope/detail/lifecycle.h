#pragma once

#include <tetherscope/detail/header.h>
#include <tetherscope/remains.h>

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace tetherscope::detail {

template<typename T, typename Policy>
constexpr bool hasDispose = requires(Remains<T, Policy> dead)
{
    disposeOf(std::move(dead));
};

/// How an object ends, from the last release to its memory. The Kind says what is around it: static functions
/// `leave` (nobody holds it now), `destroyFront` (what was made with it), `deallocate`, `acquired` and
/// `released`; where `endsAtOnce` is true, `leaveAndEnd` does the first three in one.
template<typename T, typename Policy, typename Kind>
struct Lifecycle
{
    using HeaderType = Header<Policy>;

    static void *place(HeaderType &header) noexcept { return &header + 1; } ///< Where T stands.
    static T &object(HeaderType &header) noexcept { return *std::launder(static_cast<T *>(place(header))); }

    static void lastRelease(HeaderType &header) noexcept
    {
        if constexpr (requires(T & dying) { beforeLastRelease(dying); })
            beforeLastRelease(object(header));
        if (drop(header))
            expire(header);
    }
    static void expire(HeaderType &header) noexcept
    {
        if constexpr (hasDispose<T, Policy>) {
            Kind::leave(header);
            disposeOf(Remains<T, Policy>(object(header)));
        } else if constexpr (Kind::endsAtOnce) {
            Kind::leaveAndEnd(header);
        } else {
            Kind::leave(header);
            destroy(header);
        }
    }
    static void destroy(HeaderType &header) noexcept
    {
        std::destroy_at(&object(header));
        Kind::destroyFront(header);
        if (weakOf(header).decrement())
            Kind::deallocate(header);
    }

    static constexpr Operations<Policy> operations{&lastRelease,      &expire,         &destroy,
                                                   &Kind::deallocate, &Kind::acquired, &Kind::released};
};

} // namespace tetherscope::detail
