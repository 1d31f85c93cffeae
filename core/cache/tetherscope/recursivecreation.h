#pragma once

#include <stdexcept>

namespace tetherscope {

/// Thrown by WeakCache::get() and getOrCreate() where waiting would never end: the object for this key is
/// being made by the caller itself, further up its own stack, or by a thread that waits, perhaps through
/// others, for an object the caller is making. Nothing has changed in the cache.
class RecursiveCreation : public std::logic_error
{
public:
    RecursiveCreation()
        : std::logic_error("tetherscope: the object for this key is needed to make itself")
    {
    }
};

} // namespace tetherscope
