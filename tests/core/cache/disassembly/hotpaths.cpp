// What a program does most with a cache that nobody observes, as functions whose machine code can be looked
// at.
#include <tetherscope/weakcache.h>

using Shared = tetherscope::WeakCache<long, long>;
using Plain = tetherscope::WeakCache<long, long, tetherscope::SingleThread>;

Shared::Handle sharedHit(Shared &cache, long key)
{
    return cache.find(key);
}
Shared::Handle sharedGet(Shared &cache, long key)
{
    return cache.get(key, key);
}
void sharedCopy(const Shared::Handle &handle, Shared::Handle &copy)
{
    copy = handle;
}
Plain::Handle plainHit(Plain &cache, long key)
{
    return cache.find(key);
}
void plainCopy(const Plain::Handle &handle, Plain::Handle &copy)
{
    copy = handle;
}
