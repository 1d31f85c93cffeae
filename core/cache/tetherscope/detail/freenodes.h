#pragma once

#include <tetherscope/detail/cachenode.h>

namespace tetherscope::detail {

/// Nodes without an object, last in, first out; the links are in the nodes' own memory, where keys were.
/// Whoever owns the list locks it.
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
    }
    /// Requires: there is one.
    HeaderType &pop() noexcept
    {
        HeaderType &node = *m_first;
        m_first = *std::launder(static_cast<HeaderType **>(Node::frontPlace(node)));
        return node;
    }

private:
    HeaderType *m_first = nullptr;
};

} // namespace tetherscope::detail
