#pragma once

#include "graph/ids.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace tetherscope {

/// What an id of an IdLists table is linked to; 0 where there is none.
struct IdLink
{
    std::uint32_t previous = 0;
    std::uint32_t next = 0;
};

/// The ids of one list, in ascending order: a view to walk over. Valid until its graph changes.
template<typename I>
class IdRange
{
public:
    class Iterator
    {
    public:
        using value_type = I;
        using difference_type = std::ptrdiff_t;
        using reference = I;
        using pointer = const I *;
        using iterator_category = std::forward_iterator_tag;

        Iterator() = default;
        Iterator(const IdLink *links, std::uint32_t id)
            : m_links(links)
            , m_id(id)
        {
        }

        I operator*() const { return {m_id}; }
        Iterator &operator++()
        {
            m_id = m_links[m_id].next;
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator old = *this;
            ++*this;
            return old;
        }
        friend bool operator==(Iterator left, Iterator right) { return left.m_id == right.m_id; }

    private:
        const IdLink *m_links = nullptr;
        std::uint32_t m_id = 0;
    };
    using const_iterator = Iterator;
    using value_type = I;

    IdRange() = default;
    IdRange(const IdLink *links, std::uint32_t first, std::size_t size)
        : m_links(links)
        , m_first(first)
        , m_size(size)
    {
    }

    Iterator begin() const { return {m_links, m_first}; }
    Iterator end() const { return {m_links, 0}; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    /// Requires: not empty.
    I front() const { return {m_first}; }

private:
    const IdLink *m_links = nullptr;
    std::uint32_t m_first = 0;
    std::size_t m_size = 0;
};

/// Ascending lists of dense ids, threaded through one flat table; every id belongs to one list at most.
///
/// Walking costs what is in the list, not what ever was; taking out costs nothing to speak of. A new id goes
/// to the end of its list, and one that comes back starts its search beside the neighbours it last had, which
/// are still there when a run is stepped backwards. Copying is copying two flat arrays. Source: taking out
/// and putting back by the links a node has kept is Knuth's "Dancing Links", 2000; here they
///         are a hint only, because lists may change in between.
template<typename I>
class IdLists
{
public:
    /// Requires: the id is in none of the lists.
    void insert(std::size_t list, I id);
    /// Requires: the id is in this list.
    void remove(std::size_t list, I id);
    IdRange<I> range(std::size_t list) const
    {
        if (list >= m_ends.size())
            return {};
        return {m_links.data(), m_ends[list].first, m_ends[list].size};
    }
    std::size_t byteSize() const { return m_links.size() * sizeof(IdLink) + m_ends.size() * sizeof(Ends); }

private:
    struct Ends
    {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t size = 0;
    };

    bool contains(const Ends &ends, std::uint32_t id) const;
    std::uint32_t successor(const Ends &ends, std::uint32_t id) const;
    void connect(Ends &ends, std::uint32_t previous, std::uint32_t next);

    std::vector<IdLink> m_links = std::vector<IdLink>(1); ///< by id; 0 is no id
    std::vector<Ends> m_ends;                             ///< by list
};

template<typename I>
void IdLists<I>::insert(std::size_t list, I id)
{
    if (list >= m_ends.size())
        m_ends.resize(list + 1);
    if (id.value >= m_links.size())
        m_links.resize(std::size_t{id.value} + 1);
    Ends &ends = m_ends[list];
    const std::uint32_t next = successor(ends, id.value);
    const std::uint32_t previous = next == 0 ? ends.last : m_links[next].previous;
    connect(ends, previous, id.value);
    connect(ends, id.value, next);
    ++ends.size;
}

template<typename I>
void IdLists<I>::remove(std::size_t list, I id)
{
    Ends &ends = m_ends[list];
    connect(ends, m_links[id.value].previous, m_links[id.value].next);
    --ends.size;
}

/// In the list means that the neighbour (or the list's head) points here; a removed id's own links are stale.
template<typename I>
bool IdLists<I>::contains(const Ends &ends, std::uint32_t id) const
{
    const std::uint32_t previous = m_links[id].previous;
    return id != 0 && (previous == 0 ? ends.first == id : m_links[previous].next == id);
}

template<typename I>
std::uint32_t IdLists<I>::successor(const Ends &ends, std::uint32_t id) const
{
    if (ends.last < id)
        return 0;
    const IdLink hint = m_links[id];
    std::uint32_t next = ends.last;
    if (contains(ends, hint.next))
        next = hint.next;
    else if (contains(ends, hint.previous))
        next = hint.previous;
    while (next < id)
        next = m_links[next].next;
    while (m_links[next].previous > id)
        next = m_links[next].previous;
    return next;
}

template<typename I>
void IdLists<I>::connect(Ends &ends, std::uint32_t previous, std::uint32_t next)
{
    (previous == 0 ? ends.first : m_links[previous].next) = next;
    (next == 0 ? ends.last : m_links[next].previous) = previous;
}

} // namespace tetherscope
