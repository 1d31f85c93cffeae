#pragma once

#include "workload.h"

#include <tetherscope/weakcache.h>

namespace bench {

template<typename Policy>
struct Tetherscope
{
    using Cache = tetherscope::WeakCache<Key, Value, Policy, tetherscope::NoObserver, KeyHash>;
    using Handle = typename Cache::Handle;

    Handle get(const Key &key) { return cache.get(key, valueOf(key)); }
    static std::uint64_t read(const Handle &handle) { return handle->number; }

    Cache cache;
};

} // namespace bench
