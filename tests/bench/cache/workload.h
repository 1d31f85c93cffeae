#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace bench {

__extension__ using Wide = unsigned __int128;

/// What every contender stores: eight bytes under a key of three ints.
struct Key
{
    int layer;
    int row;
    int column;
    friend bool operator==(const Key &, const Key &) = default;
};

struct Value
{
    std::uint64_t number;
};

inline Value valueOf(const Key &key)
{
    return {static_cast<std::uint64_t>(key.row)};
}

/// The same hash for all, good in every bit, so that nobody has to improve on it.
struct KeyHash
{
    using is_avalanching = void;
    std::size_t operator()(const Key &key) const noexcept
    {
        const std::uint64_t first = static_cast<std::uint32_t>(key.layer) |
                                    (std::uint64_t{static_cast<std::uint32_t>(key.row)} << 32);
        return folded(folded(first, 0x9e37'79b9'7f4a'7c15U), static_cast<std::uint32_t>(key.column));
    }

private:
    static std::uint64_t folded(std::uint64_t bits, std::uint64_t more) noexcept
    {
        const auto product = static_cast<Wide>(bits ^ more) * 0xd6e8'feb8'6659'fd93U;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }
};

/// For flyweight and TBB, which look their hash function up in their own ways.
inline std::size_t hash_value(const Key &key)
{
    return KeyHash()(key);
}

inline Key keyOf(std::uint32_t number)
{
    return {static_cast<int>(number % 7), static_cast<int>(number), static_cast<int>(number / 3)};
}

using Keys = std::vector<Key>;

/// A sequence of `count` keys to ask for: uniformly among `live` keys that somebody holds, and in
/// `missPercent` of the cases among as many that nobody holds.
inline Keys keysToAsk(std::size_t count, std::uint32_t live, unsigned missPercent, unsigned seed)
{
    std::mt19937 random(seed);
    Keys keys;
    keys.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t number = static_cast<std::uint32_t>(random()) % live;
        keys.push_back(keyOf(random() % 100 < missPercent ? live + number : number));
    }
    return keys;
}

/// Keeps a result from being optimised away.
template<typename T>
void use(const T &result)
{
    asm volatile("" : : "g"(result) : "memory"); // NOLINT(hicpp-no-assembler)
}

/// The one loop of all measurements: ask for each key, read the object, let it go.
template<typename Cache>
void askAll(Cache &cache, const Keys &keys)
{
    for (const Key &key : keys) {
        const auto handle = cache.get(key);
        use(cache.read(handle));
    }
}

} // namespace bench
