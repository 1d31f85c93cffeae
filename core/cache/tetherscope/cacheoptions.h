#pragma once

#include <cstddef>
#include <memory>

namespace tetherscope {

/// What happens when a key is asked for whose object is just being destroyed.
enum class Overlap {
    Allowed,  ///< A new object is made at once, beside the old one's destructor. Nobody waits for a
              ///< destructor.
    Forbidden ///< Who asks waits until the destructor has returned: for objects that own a file, a device …
};

/// The choices of a WeakCache that seldom matter. To make others, derive and say what is different:
///
/// ~~~
/// struct Devices : tetherscope::CacheOptions
/// {
///     static constexpr tetherscope::Overlap overlap = tetherscope::Overlap::Forbidden;
/// };
/// ~~~
struct CacheOptions
{
    /// Where the table and the nodes come from, in pages of some kilobytes; rebound as the standard's
    /// containers do, so it must be able to give over-aligned memory (std::allocator is). Single objects and
    /// what T itself allocates do not come from here. Where there is much of std::allocator's memory, Linux
    /// is asked to have it in pages of two megabytes, and hits are some 10 % faster.
    using Allocator = std::allocator<std::byte>;

    /// Into how many parts, each with its lock, a ThreadSafe table is divided; a power of two. Hits take no
    /// lock: more than the threads that make and evict at the same time, some times over, is enough. A stripe
    /// has 64 bytes, and at least as many for its part of the table.
    static constexpr std::size_t stripes = 64;

    static constexpr Overlap overlap = Overlap::Allowed;

    /// Whether WeakCache::stats() knows the hits: a locked operation more for each, on a line of the thread's
    /// own as long as there are few threads. All else in the statistics is free.
    static constexpr bool countHits = false;
};

} // namespace tetherscope
