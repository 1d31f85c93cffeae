#pragma once

#include <cstddef>
#include <cstdint>

namespace tetherscope {

/// What a cache has done since it was made; see WeakCache::stats().
struct CacheStats
{
    std::uint64_t hits = 0;    ///< handles given to objects that were there; 0 unless CacheOptions::countHits
    std::uint64_t misses = 0;  ///< objects made
    std::uint64_t evicted = 0; ///< objects whose last handle has gone
    std::uint64_t live = 0;    ///< objects with a handle: misses - evicted
    std::size_t bytes = 0; ///< of tables and nodes, used or kept for use; not what keys and objects allocate
};

} // namespace tetherscope
