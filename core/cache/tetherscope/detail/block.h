#pragma once

#include <tetherscope/detail/header.h>
#include <tetherscope/remains.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace tetherscope::detail {

/// What a plain object has before its header: nothing, and nothing to do when it ends.
struct NoFront
{
    template<typename Policy>
    static void evict(Header<Policy> &) noexcept
    {
    }
    template<typename Policy>
    static void acquired(Header<Policy> &, std::uint32_t) noexcept
    {
    }
    template<typename Policy>
    static void released(Header<Policy> &, std::uint32_t) noexcept
    {
    }
};

/// The one allocation of a counted object: [Front] [padding] [Header] [T], and what is done to it.
///
/// The header ends where the object begins, so a handle that stores only the object's address finds it.
/// A Front (the cache's: key and links) has static functions evict, acquired and released like NoFront's.
template<typename T, typename Policy, typename Front = NoFront>
class Block
{
public:
    using HeaderType = Header<Policy>;
    static constexpr std::size_t alignment = std::max({alignof(T), alignof(HeaderType), alignof(Front)});

    struct GiveBack
    {
        void operator()(HeaderType *header) const noexcept { deallocate(*header); }
    };
    using Memory = std::unique_ptr<HeaderType, GiveBack>;

    /// Memory with a constructed header, count one, and room for Front and T.
    static Memory allocate()
    {
        std::byte *memory = static_cast<std::byte *>(newMemory()) + objectOffset - sizeof(HeaderType);
        return Memory(::new (memory) HeaderType(operations));
    }
    static void deallocate(HeaderType &header) noexcept
    {
        std::byte *memory = static_cast<std::byte *>(place(header)) - objectOffset;
        header.~HeaderType();
        if constexpr (overAligned)
            ::operator delete(memory, std::align_val_t(alignment));
        else
            ::operator delete(memory);
    }

    static void *place(HeaderType &header) noexcept { return &header + 1; } ///< Where T stands.
    static T &object(HeaderType &header) noexcept { return *std::launder(static_cast<T *>(place(header))); }
    static void *frontPlace(HeaderType &header) noexcept
    {
        return static_cast<std::byte *>(place(header)) - objectOffset;
    }
    static Front &front(HeaderType &header) noexcept
    {
        return *std::launder(static_cast<Front *>(frontPlace(header)));
    }
    static HeaderType &headerOfFront(Front &front) noexcept
    {
        std::byte *memory = reinterpret_cast<std::byte *>(&front);
        return *std::launder(reinterpret_cast<HeaderType *>(memory + objectOffset - sizeof(HeaderType)));
    }

    /// Whether the object behind this header is of exactly this kind.
    static bool made(const HeaderType &header) noexcept { return header.operations == &operations; }

private:
    static constexpr bool overAligned = alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__;
    static constexpr bool hasFront = !std::is_empty_v<Front>;
    static constexpr std::size_t objectOffset =
        ((hasFront ? sizeof(Front) : 0) + sizeof(HeaderType) + alignment - 1) / alignment * alignment;
    static constexpr std::size_t size = objectOffset + sizeof(T);

    static void *newMemory()
    {
        if constexpr (overAligned)
            return ::operator new(size, std::align_val_t(alignment));
        else
            return ::operator new(size);
    }

    static void lastRelease(HeaderType &header) noexcept
    {
        if constexpr (requires(T & dying) { beforeLastRelease(dying); })
            beforeLastRelease(object(header));
        if (drop(header))
            expire(header);
    }
    static void expire(HeaderType &header) noexcept
    {
        Front::evict(header);
        if constexpr (requires(Remains<T, Policy> dead) { disposeOf(std::move(dead)); })
            disposeOf(Remains<T, Policy>(object(header)));
        else
            destroy(header);
    }
    static void destroy(HeaderType &header) noexcept
    {
        std::destroy_at(&object(header));
        if constexpr (hasFront)
            std::destroy_at(&front(header));
        releaseWeak(header);
    }
    static void acquired(HeaderType &header, std::uint32_t strong) noexcept
    {
        Front::acquired(header, strong);
    }
    static void released(HeaderType &header, std::uint32_t strong) noexcept
    {
        Front::released(header, strong);
    }

    static constexpr Operations<Policy> operations{&lastRelease, &expire,   &destroy,
                                                   &deallocate,  &acquired, &released};
};

} // namespace tetherscope::detail
