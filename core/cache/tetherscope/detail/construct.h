#pragma once

#include <cstddef>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tetherscope::detail {

/// How a cache makes an object in its place: `T(args…)`, the args kept as references.
template<typename T, typename... Args>
struct Construction
{
    /// No user code runs, nothing can throw.
    static constexpr bool isTrivial = std::is_trivially_constructible_v<T, Args...>;

    void operator()(void *place) const { construct(place, std::index_sequence_for<Args...>()); }

    std::tuple<Args...> args;

private:
    template<std::size_t... index>
    void construct(void *place, std::index_sequence<index...>) const
    {
        ::new (place) T(std::forward<Args>(std::get<index>(args))...);
    }
};

/// What `make()` returns, constructed in its place.
template<typename T, typename Make>
struct CallResult
{
    static constexpr bool isTrivial = false;

    void operator()(void *place) const { ::new (place) T(std::forward<Make>(make)()); }

    Make &make;
};

} // namespace tetherscope::detail
