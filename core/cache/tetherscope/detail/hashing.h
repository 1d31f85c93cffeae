#pragma once

#include <cstddef>
#include <cstdint>

namespace tetherscope::detail {

/// What of a hash is kept.
using KeyHash = std::uint32_t;

template<typename Hash>
constexpr bool isAvalanching = requires
{
    typename Hash::is_avalanching;
};

/// Spreads what a user's hash function leaves unspread (std::hash of a number is the number itself), so that
/// any bits of the result will do: the two halves of a product with an odd constant, folded. A hash function
/// that is good in its low 32 bits says so by a member type `is_avalanching` and is left alone.
template<typename Hash>
KeyHash spread(std::size_t hash) noexcept
{
    if constexpr (isAvalanching<Hash>) {
        return static_cast<KeyHash>(hash);
    } else {
        constexpr std::uint64_t constant = 0x9e37'79b9'7f4a'7c15U;
#ifdef __SIZEOF_INT128__
        __extension__ using Product = unsigned __int128;
        const Product product = Product{hash} * constant;
        return static_cast<KeyHash>(product >> 32) ^ static_cast<KeyHash>(product >> 64);
#else
        std::uint64_t bits = (hash ^ (hash >> 32)) * constant;
        bits = (bits ^ (bits >> 32)) * constant;
        return static_cast<KeyHash>(bits ^ (bits >> 32));
#endif
    }
}

} // namespace tetherscope::detail
