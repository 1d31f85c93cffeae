#pragma once

#include <tetherscope/detail/cachenode.h>

#include <cstdint>
#include <new>
#include <utility>

namespace tetherscope::detail {

/// Nodes without an object, last in, first out; the links are in the nodes' own memory, where keys were. The
/// rest of a node but for what late look-ups read is poisoned. Whoever owns the list locks it.
template<typename Types>
class FreeNodes
{
public:
    using Node = CacheNode<Types>;
    using HeaderType = typename Node::HeaderType;

    bool empty() const noexcept { return m_first == nullptr; }
    void push(HeaderType &node) noexcept
    {
        ::new (Node::frontPlace(node)) HeaderType *(m_first);
        m_first = &node;
        Node::poisonFree(node);
    }
    /// The next to be popped, which is then written.
    void prefetch() const noexcept { prefetchToWrite(m_first); }
    /// Requires: there is one.
    HeaderType &pop() noexcept
    {
        HeaderType &node = *m_first;
        m_first = next(node);
        Node::unpoisonFree(node);
        return node;
    }

    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (HeaderType *node = m_first; node != nullptr; node = next(*node))
            visit(*node);
    }
    /// How many were.
    template<typename Unwanted>
    std::uint32_t removeIf(Unwanted unwanted) noexcept
    {
        std::uint32_t removed = 0;
        HeaderType *node = std::exchange(m_first, nullptr);
        while (node != nullptr) {
            HeaderType &seen = *std::exchange(node, next(*node));
            if (unwanted(seen))
                ++removed;
            else
                push(seen);
        }
        return removed;
    }

private:
    static HeaderType *next(HeaderType &node) noexcept
    {
        return *std::launder(static_cast<HeaderType **>(Node::frontPlace(node)));
    }

    HeaderType *m_first = nullptr;
};

} // namespace tetherscope::detail
