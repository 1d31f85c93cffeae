// Every allocation fails in turn: the first, the second … until all goes well; likewise every copy of a key,
// every comparison, every constructor. Whatever fails, nothing is left behind, and the cache works on.
#include "check.h"

#include <tetherscope/weakcache.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace {

/// Counts down to the failure; never reaches it when it begins at 0.
struct Fuse
{
    static inline long left = 0;
    static bool blows() { return left > 0 && --left == 0; }
};

void *allocate(std::size_t size, std::size_t alignment)
{
    if (Fuse::blows())
        throw std::bad_alloc();
    void *memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

struct Refused
{
};

struct Key
{
    explicit Key(int value)
        : number(value)
        , text(std::to_string(value) + ", long enough for an allocation of its own")
    {
    }
    Key(const Key &other)
        : number(other.number)
        , text(other.text)
    {
        if (Fuse::blows())
            throw Refused();
    }
    Key &operator=(const Key &) = delete;
    ~Key() = default;
    friend bool operator==(const Key &left, const Key &right)
    {
        if (Fuse::blows())
            throw Refused();
        return left.number == right.number;
    }
    int number;
    std::string text;
};
struct KeyHash
{
    std::size_t operator()(const Key &key) const
    {
        if (Fuse::blows())
            throw Refused();
        return static_cast<std::size_t>(key.number / 2); // each hash twice
    }
};

struct Value
{
    explicit Value(int value)
        : text("value " + std::to_string(value) + ", long enough as well")
    {
        if (Fuse::blows())
            throw Refused();
        ++alive;
    }
    Value(const Value &) = delete;
    Value &operator=(const Value &) = delete;
    ~Value() { --alive; }
    std::string text;
    static inline int alive = 0;
};

template<typename Policy>
using Cache = tetherscope::WeakCache<Key, Value, Policy, tetherscope::NoObserver, KeyHash>;

/// Enough for tables and pools to grow, some of it twice; false if something failed on the way.
template<typename Policy>
bool fillAndEmpty(Cache<Policy> &cache, const std::vector<Key> &keys)
{
    try {
        std::vector<typename Cache<Policy>::Handle> held;
        for (const Key &key : keys)
            held.push_back(cache.get(key, key.number));
        for (const Key &key : keys)
            held.push_back(cache.get(key, key.number));
        check(cache.snapshot().size() == keys.size(), "a snapshot has all");
        held.resize(3);
        cache.shrinkToFit();
        return true;
    } catch (const Refused &) {
        return false;
    } catch (const std::bad_alloc &) {
        return false;
    }
}

template<typename Policy>
void eachFailureLeavesNothing(int count)
{
    std::vector<Key> keys;
    for (int number = 0; number < count; ++number)
        keys.emplace_back(number);
    Cache<Policy> survivor;
    bool done = false;
    for (long failing = 1; !done; ++failing) {
        auto cache = std::make_unique<Cache<Policy>>();
        Fuse::left = failing;
        done = fillAndEmpty(*cache, keys);
        Fuse::left = 0;
        check(Value::alive == 0 && cache->size() == 0 && cache->stats().live == 0, "nothing is left");
        const auto after = cache->get(keys.front(), 1);
        check(after.useCount() == 1, "the cache works on");
        Fuse::left = failing;
        fillAndEmpty(survivor, keys);
        Fuse::left = 0;
    }
    check(fillAndEmpty(survivor, keys), "one cache survives all the failures");
}

template<typename Policy>
void failedConstructionOfTheCache()
{
    for (long failing = 1;; ++failing) {
        Fuse::left = failing;
        try {
            const Cache<Policy> cache;
            Fuse::left = 0;
            return;
        } catch (const std::bad_alloc &) {
        }
    }
}

} // namespace

void *operator new(std::size_t size)
{
    return allocate(size, alignof(std::max_align_t));
}
void *operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(size, static_cast<std::size_t>(alignment));
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

int main()
{
    failedConstructionOfTheCache<tetherscope::ThreadSafe>();
    failedConstructionOfTheCache<tetherscope::SingleThread>();
    for (const int count : {1, 10, 60}) {
        eachFailureLeavesNothing<tetherscope::ThreadSafe>(count);
        eachFailureLeavesNothing<tetherscope::SingleThread>(count);
    }
    return 0;
}
