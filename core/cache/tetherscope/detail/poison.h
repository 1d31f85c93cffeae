#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define TETHERSCOPE_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TETHERSCOPE_POISONS 1
#endif
#endif
#ifdef TETHERSCOPE_POISONS
#include <sanitizer/asan_interface.h>
#endif

namespace tetherscope::detail {

// Memory that stays with a cache between two objects is never freed as far as AddressSanitizer knows; told by
// these, it finds the use of an object after its end here as anywhere. Without it they are nothing.
inline void poison([[maybe_unused]] const void *begin, [[maybe_unused]] std::size_t bytes) noexcept
{
#ifdef TETHERSCOPE_POISONS
    __asan_poison_memory_region(begin, bytes);
#endif
}
inline void unpoison([[maybe_unused]] const void *begin, [[maybe_unused]] std::size_t bytes) noexcept
{
#ifdef TETHERSCOPE_POISONS
    __asan_unpoison_memory_region(begin, bytes);
#endif
}

} // namespace tetherscope::detail
