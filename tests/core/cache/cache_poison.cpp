// AddressSanitizer knows about an object's end in a cache, whose memory the cache keeps.
#include "check.h"

#include <tetherscope/weakcache.h>

#include <sanitizer/asan_interface.h>

namespace {

using tetherscope::SingleThread;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

/// Into one stripe, whose last free node is the next to be used.
struct SameHash
{
    std::size_t operator()(int) const { return 1; }
};

struct Pair
{
    long first;
    long second;
};

template<typename Policy>
void objectIsPoisonedFromItsEndToTheNextOneInItsPlace()
{
    WeakCache<int, Pair, Policy, tetherscope::NoObserver, SameHash> cache;
    auto handle = cache.get(1, 1L, 2L);
    const Pair *const place = handle.get();
    check(__asan_region_is_poisoned(handle.get(), sizeof(Pair)) == nullptr, "a living object may be used");
    handle.reset();
    check(__asan_address_is_poisoned(&place->first) == 1, "its memory must not be used after its end");
    check(__asan_address_is_poisoned(&place->second) == 1, "nor must the rest of it");
    const auto next = cache.get(2, 3L, 4L);
    check(next.get() == place && next->second == 4, "the next object gets the place");
}

} // namespace

int main()
{
    objectIsPoisonedFromItsEndToTheNextOneInItsPlace<ThreadSafe>();
    objectIsPoisonedFromItsEndToTheNextOneInItsPlace<SingleThread>();
    return 0;
}
