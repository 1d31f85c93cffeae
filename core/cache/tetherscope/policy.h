#pragma once

#include <tetherscope/detail/counts.h>

#include <cstdint>
#include <type_traits>

namespace tetherscope {

/// Handles, and the caches they come from, may be used from any thread. Zero is terminal: an object whose
/// last handle has gone is never handed out again.
struct ThreadSafe
{
    static constexpr bool threads = true;
    static constexpr bool observed = false;
    using Strong = detail::StrongCount<detail::AtomicWord<std::uint32_t>>;
    using Weak = detail::WeakCount<detail::AtomicWord<std::uint32_t>>;
};

/// Plain counts, for objects that one thread uses (or one thread at a time, with the hand-over ordered by the
/// program). Faster than ThreadSafe, and an object may be saved at the last moment.
///
/// If `beforeLastRelease(T &)` is declared where argument-dependent look-up finds it (a hidden friend of T or
/// of a base of T), it is called when the last handle is about to go, while the count is still one. A handle
/// that it makes and leaves behind saves the object: the count falls to what is left, and the hook is
/// called again at the next last release. Without such a function there is no code for it. It must not
/// throw.
struct SingleThread
{
    static constexpr bool threads = false;
    static constexpr bool observed = false;
    using Strong = detail::StrongCount<detail::PlainWord<std::uint32_t>>;
    using Weak = detail::WeakCount<detail::PlainWord<std::uint32_t>>;
};

/// The same for handles whose every copy and every end is told to an observer; see cacheobserver.h.
template<typename Policy>
struct Observed
{
    static constexpr bool threads = Policy::threads;
    static constexpr bool observed = true;
    using Word =
        std::conditional_t<threads, detail::AtomicWord<std::uint64_t>, detail::PlainWord<std::uint64_t>>;
    using Strong = detail::ReportedCount<Word>;
    using Weak = typename Policy::Weak;
};

} // namespace tetherscope
