#pragma once

#include "scenario/objects/heapobject.h"

#include <bit>
#include <utility>

namespace tetherscope::vm {

/// What the scenario's names, slots and evaluation stack hold: a plain number or truth value, or a counted
/// handle.
///
/// The empty Value is no value of the language: an unbound variable, a free place, "an exception is on its
/// way" as a result.
class Value
{
public:
    enum class Tag : std::uint8_t { Empty, None, Bool, Int, Float, NotImplemented, Object };

    Value() noexcept = default;
    explicit Value(Handle handle) noexcept
        : m_handle(std::move(handle))
        , m_tag(m_handle ? Tag::Object : Tag::Empty)
    {
    }
    template<typename T>
    explicit Value(Ref<T, SingleThread> handle) noexcept
        : Value(Handle(std::move(handle)))
    {
    }
    Value(const Value &other) noexcept
        : m_handle(other.m_handle)
        , m_bits(other.m_bits)
        , m_tag(other.m_tag)
    {
        touch();
    }
    Value(Value &&other) noexcept
        : m_handle(std::move(other.m_handle))
        , m_bits(other.m_bits)
        , m_tag(std::exchange(other.m_tag, Tag::Empty))
    {
    }
    /// The old value goes last, when this is no longer it.
    Value &operator=(Value other) noexcept
    {
        swap(other);
        return *this;
    }
    ~Value() { touch(); }

    static Value none() noexcept { return Value(Tag::None, 0); }
    static Value notImplemented() noexcept { return Value(Tag::NotImplemented, 0); }
    static Value boolean(bool value) noexcept { return Value(Tag::Bool, value ? 1 : 0); }
    static Value integer(std::int64_t value) noexcept { return Value(Tag::Int, value); }
    static Value real(double value) noexcept { return Value(Tag::Float, std::bit_cast<std::int64_t>(value)); }
    /// One more unit of an object that somebody holds.
    static Value share(HeapObject &object) noexcept
    {
        object.touch();
        return Value(Handle::share(object));
    }

    Tag tag() const noexcept { return m_tag; }
    bool empty() const noexcept { return m_tag == Tag::Empty; }
    explicit operator bool() const noexcept { return m_tag != Tag::Empty; } ///< not the language's truth
    bool isNone() const noexcept { return m_tag == Tag::None; }
    bool isBool() const noexcept { return m_tag == Tag::Bool; }
    bool isInt() const noexcept { return m_tag == Tag::Int; }
    bool isIntegral() const noexcept { return m_tag == Tag::Int || m_tag == Tag::Bool; }
    bool isFloat() const noexcept { return m_tag == Tag::Float; }
    bool isNumber() const noexcept { return isIntegral() || isFloat(); }
    bool isNotImplemented() const noexcept { return m_tag == Tag::NotImplemented; }
    bool isObject() const noexcept { return m_tag == Tag::Object; }
    bool is(HeapKind kind) const noexcept { return isObject() && m_handle->kind() == kind; }

    /// Requires: isIntegral().
    std::int64_t asInt() const noexcept { return m_bits; }
    bool asBool() const noexcept { return m_bits != 0; }
    /// Requires: isFloat().
    double asFloat() const noexcept { return std::bit_cast<double>(m_bits); }
    /// Requires: isNumber().
    double toDouble() const noexcept { return isFloat() ? asFloat() : static_cast<double>(m_bits); }

    /// Null if it is no object.
    HeapObject *object() const noexcept { return m_handle.get(); }
    /// Requires: it is a T.
    template<typename T>
    T &as() const noexcept
    {
        return static_cast<T &>(*m_handle);
    }
    /// Null if it is no T.
    template<typename T>
    T *to() const noexcept
    {
        return is(T::heapKind) ? static_cast<T *>(m_handle.get()) : nullptr;
    }
    std::uint32_t useCount() const noexcept { return m_handle.useCount(); }

    /// Python's `is`: the same object, or the same plain value of the same kind.
    bool identical(const Value &other) const noexcept
    {
        return m_tag == other.m_tag && m_bits == other.m_bits && m_handle.get() == other.m_handle.get();
    }

    void swap(Value &other) noexcept
    {
        m_handle.swap(other.m_handle);
        std::swap(m_bits, other.m_bits);
        std::swap(m_tag, other.m_tag);
    }

private:
    Value(Tag tag, std::int64_t bits) noexcept
        : m_bits(bits)
        , m_tag(tag)
    {
    }
    void touch() const noexcept
    {
        if (m_handle)
            m_handle->touch();
    }

    Handle m_handle;
    std::int64_t m_bits = 0;
    Tag m_tag = Tag::Empty;
};

/// One thing that a dying object lets go of, and the slot it was in (empty: a hold that is not drawn).
struct Departure
{
    Value value;
    SlotId slot;
};

} // namespace tetherscope::vm
