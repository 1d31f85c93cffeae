#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#ifdef __linux__
#include <sys/mman.h>
#endif

// Large pages
// -----------
// A look-up among a million entries reads a bucket and a node that are nowhere near the last ones. Each is a
// line that the processor's caches do not have, and before it can be fetched an address has to be translated
// whose page the processor has forgotten as well. In pages of two megabytes instead of four kilobytes there
// are five hundred times fewer translations, and they are not forgotten.
//
// Linux makes such pages of memory that is aligned to them, for those who ask (transparent huge pages, in the
// mode `madvise` that most distributions have). Asked before memory is used, it gives a large page at the
// first touch, which is right for what is filled at once. What is filled little by little would be paid for
// in full from the beginning; so for that one asks when it is full, and the small pages are made one large.
// Asking is a hint: where it is refused, the memory is memory.

namespace tetherscope::detail {

constexpr std::size_t largePageBytes = std::size_t{1} << 21;

/// Arrays from the allocator of a cache. One of whole large pages begins where a large page does, if the
/// allocator is the standard's: nothing is known of another's memory.
template<typename U, typename Allocator>
class Arrays
{
    template<typename V>
    using Rebound = typename std::allocator_traits<Allocator>::template rebind_alloc<V>;

public:
    static constexpr bool mayBeLarge =
#ifdef __linux__
        std::is_same_v<Rebound<U>, std::allocator<U>> && alignof(U) <= largePageBytes;
#else
        false;
#endif

    /// Uninitialised. Throws what the allocator throws.
    static U *allocate(const Allocator &allocator, std::size_t count)
    {
        if (isLarge(count))
            return reinterpret_cast<U *>(Rebound<LargePage>(allocator).allocate(largePagesIn(count)));
        return Rebound<U>(allocator).allocate(count);
    }
    /// Asks for large pages: before the array is used, or when all of it has been.
    static void enlargePages([[maybe_unused]] U *array, [[maybe_unused]] std::size_t count) noexcept
    {
#ifdef __linux__
        constexpr int collapse = 25; // MADV_COLLAPSE: newer than some systems' headers
        if (!isLarge(count))
            return;
        static_cast<void>(madvise(array, count * sizeof(U), MADV_HUGEPAGE));
        static_cast<void>(madvise(array, count * sizeof(U), collapse));
#endif
    }
    static void deallocate(const Allocator &allocator, U *array, std::size_t count) noexcept
    {
        if (isLarge(count))
            Rebound<LargePage>(allocator).deallocate(reinterpret_cast<LargePage *>(array),
                                                     largePagesIn(count));
        else
            Rebound<U>(allocator).deallocate(array, count);
    }

private:
    struct alignas(largePageBytes) LargePage
    {
        std::byte bytes[largePageBytes];
    };

    static constexpr bool isLarge(std::size_t count) noexcept
    {
        return mayBeLarge && count != 0 && count * sizeof(U) % largePageBytes == 0;
    }
    static constexpr std::size_t largePagesIn(std::size_t count) noexcept
    {
        return count * sizeof(U) / largePageBytes;
    }
};

} // namespace tetherscope::detail
