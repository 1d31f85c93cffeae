#pragma once

#include <tetherscope/detail/lifecycle.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

namespace tetherscope::detail {

/// The one allocation of an object of its own, as makeRef() makes it; see Header for what is where.
template<typename T, typename Policy>
class Block
{
public:
    using HeaderType = Header<Policy>;
    using Life = Lifecycle<T, Policy, Block>;

    struct GiveBack
    {
        void operator()(HeaderType *header) const noexcept { deallocate(*header); }
    };
    using Memory = std::unique_ptr<HeaderType, GiveBack>;

    /// Memory with a constructed header, count one, and room for T.
    static Memory allocate()
    {
        std::byte *const object = static_cast<std::byte *>(newMemory()) + objectOffset;
        std::byte *const header = object - sizeof(HeaderType);
        ::new (header - operationsDistance<Policy>) const Operations<Policy> *(&Life::operations);
        ::new (header - weakDistance<Policy>) typename Policy::Weak(Origin{0});
        return Memory(::new (header) HeaderType(1));
    }

    // What Lifecycle asks of a Kind.
    static constexpr bool endsAtOnce = false;
    static void leave(HeaderType &) noexcept {}
    static void destroyFront(HeaderType &) noexcept {}
    static void acquired(HeaderType &, std::uint32_t) noexcept {}
    static void released(HeaderType &, std::uint32_t) noexcept {}
    static void deallocate(HeaderType &header) noexcept
    {
        std::byte *const memory = static_cast<std::byte *>(Life::place(header)) - objectOffset;
        if constexpr (overAligned)
            ::operator delete(memory, std::align_val_t(alignment));
        else
            ::operator delete(memory);
    }

private:
    static constexpr std::size_t alignment = std::max({alignof(T), alignof(HeaderType), alignof(void *)});
    static constexpr bool overAligned = alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__;
    static constexpr std::size_t before = operationsDistance<Policy> + sizeof(HeaderType);
    static_assert(before % alignof(void *) == 0);
    static constexpr std::size_t objectOffset = (before + alignment - 1) / alignment * alignment;
    static constexpr std::size_t size = objectOffset + sizeof(T);

    static void *newMemory()
    {
        if constexpr (overAligned)
            return ::operator new(size, std::align_val_t(alignment));
        else
            return ::operator new(size);
    }
};

} // namespace tetherscope::detail
