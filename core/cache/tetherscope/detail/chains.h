#pragma once

#include <tetherscope/detail/cachenode.h>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tetherscope::detail {

/// A hash table of nodes that are linked through their own fronts, at most half as many as there are chains:
/// most nodes are then the first of theirs, which saves a look-up from guessing wrong. It owns none of them,
/// and never calls a user's function: nodes are moved and taken out by identity and by stored hash.
template<typename Types>
class Chains
{
public:
    using Node = CacheNode<Types>;
    using HeaderType = typename Node::HeaderType;
    using Front = typename Node::Front;
    using Allocator = typename Types::Options::Allocator;

    explicit Chains(const Allocator &allocator)
        : m_heads(leastHeads, nullptr, allocator)
    {
    }

    std::size_t size() const noexcept { return m_size; }
    std::size_t bytes() const noexcept { return m_heads.size() * sizeof(Front *); }

    /// The first of the chain in which a node with this hash would be; follow `next`.
    Front *chain(KeyHash hash) const noexcept { return m_heads[hash & m_mask]; }

    /// Strong exception guarantee: bad_alloc if there is no memory to grow.
    void insert(HeaderType &node)
    {
        if (2 * m_size == m_heads.size())
            resize(m_heads.size() * 2);
        link(Node::front(node));
        ++m_size;
    }

    /// False if the node is not in.
    bool remove(HeaderType &node) noexcept
    {
        Front *const front = &Node::front(node);
        Front **link = &head(*front);
        while (*link != front) {
            if (*link == nullptr)
                return false;
            link = &(*link)->next;
        }
        *link = front->next;
        --m_size;
        return true;
    }

    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (Front *front : m_heads) {
            for (; front != nullptr; front = front->next)
                visit(Node::headerOf(*front));
        }
    }

    void shrinkToFit()
    {
        const std::size_t fitting = std::max(std::bit_ceil(2 * m_size), leastHeads);
        if (fitting < m_heads.size())
            resize(fitting);
    }

private:
    using Heads =
        std::vector<Front *, typename std::allocator_traits<Allocator>::template rebind_alloc<Front *>>;
    static constexpr std::size_t leastHeads = 8;

    Front *&head(Front &front) noexcept { return m_heads[Node::hash(Node::headerOf(front)) & m_mask]; }
    void link(Front &front) noexcept { front.next = std::exchange(head(front), &front); }

    void resize(std::size_t count)
    {
        Heads old(count, nullptr, m_heads.get_allocator());
        old.swap(m_heads);
        m_mask = count - 1;
        for (Front *front : old) {
            while (front != nullptr)
                link(*std::exchange(front, front->next));
        }
    }

    Heads m_heads; ///< a power of two
    std::size_t m_mask = leastHeads - 1;
    std::size_t m_size = 0;
};

} // namespace tetherscope::detail
