#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tetherscope::detail {

/// Spreads what a user's hash function leaves unspread (std::hash of a number is the number itself), so that
/// any bits of the result will do.
inline std::size_t mixed(std::size_t hash) noexcept
{
    std::uint64_t bits = hash;
    bits = (bits ^ (bits >> 32)) * 0xd6e8'feb8'6659'fd93U;
    bits = (bits ^ (bits >> 32)) * 0xd6e8'feb8'6659'fd93U;
    return static_cast<std::size_t>(bits ^ (bits >> 32));
}

/// A hash table of nodes that carry their own `next` and `hash`. It owns none of them, and never
/// calls a user's function: nodes are moved and taken out by identity and by stored hash.
template<typename Node>
class Chains
{
public:
    std::size_t size() const noexcept { return m_size; }

    /// The first node of the chain in which a node with this hash would be; follow `next`.
    Node *chain(std::size_t hash) const noexcept
    {
        return m_heads.empty() ? nullptr : m_heads[bucketOf(hash)];
    }

    /// Strong exception guarantee: bad_alloc if there is no memory to grow.
    void insert(Node &node)
    {
        if (m_size == m_heads.size())
            grow();
        link(node);
        ++m_size;
    }

    /// Requires: `node` is in.
    void remove(Node &node) noexcept
    {
        Node **link = &m_heads[bucketOf(node.hash)];
        while (*link != &node)
            link = &(*link)->next;
        *link = node.next;
        --m_size;
    }

    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (Node *node : m_heads) {
            for (; node != nullptr; node = node->next)
                visit(*node);
        }
    }

private:
    std::size_t bucketOf(std::size_t hash) const noexcept { return (hash >> 8) & (m_heads.size() - 1); }

    void link(Node &node) noexcept
    {
        Node *&head = m_heads[bucketOf(node.hash)];
        node.next = head;
        head = &node;
    }

    void grow()
    {
        std::vector<Node *> old(m_heads.empty() ? 8 : m_heads.size() * 2, nullptr);
        old.swap(m_heads);
        for (Node *node : old) {
            while (node != nullptr) {
                Node *const next = node->next;
                link(*node);
                node = next;
            }
        }
    }

    std::vector<Node *> m_heads; ///< a power of two, or none
    std::size_t m_size = 0;
};

} // namespace tetherscope::detail
