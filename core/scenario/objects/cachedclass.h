#pragma once

#include "scenario/objects/classobject.h"

#include <cstdint>
#include <unordered_map>

namespace tetherscope::vm {

/// What a class under @weak_cached has beside its attributes: the core's own cache, which makes its instances
/// and hands them out again, and the numbers under which that knows the keys.
///
/// A key is a tuple of field values, compared as Python compares: that may run the scenario's code, which a
/// core cache does not allow. So a dict finds the key's number, and the cache is asked for that.
struct CachedClass
{
    using Cache = WeakCache<std::uint64_t, InstanceObject, SingleThread>;

    struct Row
    {
        Value key;
        EntryId entry;
    };

    Cache cache;
    CacheId id;
    Value numbers; ///< dict: key to number; an entry for each row
    std::unordered_map<std::uint64_t, Row> rows;
    std::uint64_t lastNumber = 0;
};

} // namespace tetherscope::vm
