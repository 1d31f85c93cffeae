#pragma once

#include <tetherscope/detail/block.h>

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace tetherscope {

template<typename T, typename Policy>
class WeakRef;

/// A counted handle: the object lives as long as one Ref to it does.
///
/// Eight bytes, a pointer with a count beside the object it points to. Equality and hash are those of the
/// pointer. Made by makeRef() for an object of its own, by a WeakCache for one found by key.
///
/// Base classes   A Ref to a derived class converts to a Ref to a base that begins where the object begins
///                (the first base, or one chain of single inheritance); an assertion checks it. No virtual
///                destructor is needed: the object ends as what it was made as.
/// Threads        As the policy says. One Ref object is no safer than a pointer variable.
/// Errors         Nothing throws. A count of 2^31 ends the program.
template<typename T, typename Policy = ThreadSafe>
class Ref
{
public:
    using element_type = T;

    Ref() noexcept = default;
    Ref(std::nullptr_t) noexcept {}
    Ref(const Ref &other) noexcept
        : m_object(other.m_object)
    {
        if (m_object != nullptr)
            detail::retain(header());
    }
    Ref(Ref &&other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    template<typename U>
    requires std::convertible_to<U *, T *> Ref(const Ref<U, Policy> &other)
    noexcept
        : Ref(Ref<U, Policy>(other))
    {
    }
    template<typename U>
    requires std::convertible_to<U *, T *> Ref(Ref<U, Policy> &&other)
    noexcept
        : m_object(other.m_object)
    {
        assert(static_cast<const void *>(m_object) == static_cast<const void *>(other.m_object));
        other.m_object = nullptr;
    }
    /// Either way of assigning lets the old object go last, when this Ref is no longer it.
    Ref &operator=(Ref other) noexcept
    {
        swap(other);
        return *this;
    }
    ~Ref()
    {
        if (m_object != nullptr)
            detail::release(header());
    }

    /// One more handle to an object that some Ref of this policy holds, for instance `share(*this)`.
    /// Requires: `object` was made by makeRef() or a WeakCache, and its count is not zero.
    static Ref share(T &object) noexcept
    {
        detail::retain(detail::headerOf<Policy>(&object));
        return adopt(object);
    }
    /// Takes over a unit of the count that detach() gave away.
    static Ref adopt(T &object) noexcept
    {
        Ref adopted;
        adopted.m_object = &object;
        return adopted;
    }
    /// Empties this Ref without letting the object go: the caller owns the unit, until adopt().
    [[nodiscard]] T *detach() noexcept { return std::exchange(m_object, nullptr); }

    void reset() noexcept { Ref().swap(*this); }
    void swap(Ref &other) noexcept { std::swap(m_object, other.m_object); }

    T *get() const noexcept { return m_object; }
    T &operator*() const noexcept { return *m_object; }
    T *operator->() const noexcept { return m_object; }
    explicit operator bool() const noexcept { return m_object != nullptr; }

    /// How many Refs hold the object now; 0 for an empty Ref. Under threads, a number of the past.
    std::uint32_t useCount() const noexcept { return m_object == nullptr ? 0 : header().strong.value(); }
    /// How many WeakRefs watch it.
    std::uint32_t weakCount() const noexcept
    {
        return m_object == nullptr ? 0 : detail::weakOf(header()).value() - 1;
    }

    friend bool operator==(const Ref &, const Ref &) noexcept = default;
    friend bool operator==(const Ref &ref, std::nullptr_t) noexcept { return ref.m_object == nullptr; }
    friend void swap(Ref &left, Ref &right) noexcept { left.swap(right); }

private:
    template<typename, typename>
    friend class Ref;

    detail::Header<Policy> &header() const noexcept { return detail::headerOf<Policy>(m_object); }

    T *m_object = nullptr;
};

/// Makes an object and the first handle to it, in one allocation; passes on what T's constructor throws.
template<typename T, typename Policy = ThreadSafe, typename... Args>
Ref<T, Policy> makeRef(Args &&...args)
{
    using Block = detail::Block<T, Policy>;
    typename Block::Memory memory = Block::allocate();
    T *object = ::new (Block::Life::place(*memory)) T(std::forward<Args>(args)...);
    static_cast<void>(memory.release());
    return Ref<T, Policy>::adopt(*object);
}

/// The same handle with the type its maker knows. Requires: the object is a T.
template<typename T, typename U, typename Policy>
Ref<T, Policy> staticRefCast(Ref<U, Policy> ref) noexcept
{
    return ref ? Ref<T, Policy>::adopt(*static_cast<T *>(ref.detach())) : nullptr;
}

/// How many Refs hold `object`. Requires: as Ref::share(), but the count may be zero (in a destructor, say).
template<typename Policy, typename T>
std::uint32_t useCountOf(const T &object) noexcept
{
    return detail::headerOf<Policy>(&object).strong.value();
}

} // namespace tetherscope

template<typename T, typename Policy>
struct std::hash<tetherscope::Ref<T, Policy>>
{
    std::size_t operator()(const tetherscope::Ref<T, Policy> &ref) const noexcept
    {
        return std::hash<T *>()(ref.get());
    }
};
