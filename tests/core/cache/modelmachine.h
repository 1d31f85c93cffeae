#pragma once

#include "check.h"

#include <tetherscope/weakcache.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

/// Does what a sequence of bytes says with a cache, and the same with a map of counts, and compares.
///
/// Each operation takes two bytes: what to do, and to which key or handle.
template<typename Policy, typename Options>
class ModelMachine
{
public:
    void run(std::span<const std::uint8_t> program)
    {
        for (std::size_t at = 0; at + 1 < program.size(); at += 2)
            step(program[at], program[at + 1]);
        m_handles.clear();
        m_watchers.clear();
        m_cache.reset();
        check(Value::alive == 0, "no object is left");
    }

private:
    struct Value
    {
        explicit Value(int of)
            : key(of)
        {
            if (of == refusedKey)
                throw std::runtime_error("refused");
            ++alive;
        }
        Value(const Value &) = delete;
        Value &operator=(const Value &) = delete;
        ~Value() { --alive; }
        int key;
        static inline int alive = 0;
    };
    /// Some keys share all of the hash, some its bucket.
    struct Hash
    {
        std::size_t operator()(int key) const { return static_cast<std::size_t>(key / 8); }
    };
    using Cache = tetherscope::WeakCache<int, Value, Policy, tetherscope::NoObserver, Hash,
                                         std::equal_to<int>, Options>;
    using Handle = typename Cache::Handle;
    static constexpr int refusedKey = 77;

    struct Held
    {
        Handle handle;
        int key;
    };

    void step(unsigned what, int argument)
    {
        switch (what % 12) {
        case 0:
        case 1:
        case 2:
            get(argument);
            break;
        case 3:
            find(argument);
            break;
        case 4:
            with(argument, [&](Held &held) { hold(Held(held)); });
            break;
        case 5:
        case 6:
            with(argument, [&](Held &held) { letGo(held); });
            break;
        case 7:
            with(argument, [&](Held &held) { m_watchers.emplace_back(held.handle); });
            break;
        case 8:
            lock(argument);
            break;
        case 9:
            compareAll();
            break;
        case 10:
            if (m_cache)
                m_cache->shrinkToFit();
            break;
        default:
            pinOrEnd(argument);
            break;
        }
    }

    void get(int key)
    {
        if (!m_cache)
            return;
        try {
            Handle handle = m_cache->get(key, key);
            check(handle->key == key && *Cache::keyOf(*handle) == key, "the object is the key's");
            hold({std::move(handle), key});
        } catch (const std::runtime_error &) {
            check(key == refusedKey, "only one key is refused");
        }
    }
    void find(int key)
    {
        if (!m_cache)
            return;
        const Handle handle = m_cache->find(key);
        const auto expected = m_counts.find(key);
        check((handle == nullptr) == (expected == m_counts.end()), "found as long as it is held");
        check(m_cache->contains(key) == (handle != nullptr), "contained if found");
        check(!handle || handle.useCount() == expected->second + 1, "the count is that of the model");
    }
    void hold(Held held)
    {
        ++m_counts[held.key];
        m_handles.push_back(std::move(held));
    }
    void letGo(Held &held)
    {
        fall(held.key);
        std::swap(held, m_handles.back());
        m_handles.pop_back();
    }
    void fall(int key)
    {
        if (--m_counts[key] == 0)
            m_counts.erase(key);
    }
    void lock(int which)
    {
        if (m_watchers.empty())
            return;
        const auto &watcher = m_watchers[static_cast<std::size_t>(which) % m_watchers.size()];
        if (Handle handle = watcher.lock()) {
            check(m_counts.contains(handle->key) || m_pinned == handle->key, "lock() gives the living");
            const int key = handle->key;
            hold({std::move(handle), key});
        } else {
            check(watcher.expired(), "what cannot be locked has expired");
        }
    }
    void compareAll()
    {
        if (!m_cache)
            return;
        check(m_cache->size() == m_counts.size(), "as many entries as keys that are held");
        check(m_cache->stats().live == m_counts.size(), "as many live");
        for (const Handle &handle : m_cache->snapshot())
            check(m_counts.contains(handle->key), "a snapshot has what is held");
    }
    void pinOrEnd(int argument)
    {
        if (argument == 255) {
            m_cache.reset();
            if (m_pinned)
                fall(*std::exchange(m_pinned, std::nullopt));
        } else if (m_cache && m_pinned) {
            m_cache->unpin(*m_cache->find(*m_pinned));
            fall(*std::exchange(m_pinned, std::nullopt));
        } else if (m_cache) {
            with(argument, [&](Held &held) {
                m_cache->pin(held.handle);
                m_pinned = held.key;
                ++m_counts[held.key];
            });
        }
    }
    template<typename Do>
    void with(int which, Do act)
    {
        if (!m_handles.empty())
            act(m_handles[static_cast<std::size_t>(which) % m_handles.size()]);
    }

    std::unique_ptr<Cache> m_cache = std::make_unique<Cache>();
    std::map<int, std::uint32_t> m_counts;
    std::vector<Held> m_handles;
    std::vector<tetherscope::WeakRef<Value, typename Cache::HandlePolicy>> m_watchers;
    std::optional<int> m_pinned;
};

struct SmallCache : tetherscope::CacheOptions
{
    static constexpr std::size_t stripes = 2;
};

inline void runOnBothPolicies(std::span<const std::uint8_t> program)
{
    ModelMachine<tetherscope::ThreadSafe, SmallCache>().run(program);
    ModelMachine<tetherscope::SingleThread, tetherscope::CacheOptions>().run(program);
}
