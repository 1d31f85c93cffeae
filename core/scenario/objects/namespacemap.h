#pragma once

#include "scenario/objects/symbol.h"
#include "scenario/objects/value.h"

#include <unordered_map>
#include <vector>

namespace tetherscope::vm {

/// Names and what they hold, in order of insertion: a module's globals, a class's attributes.
class NamespaceMap
{
public:
    struct Entry
    {
        Symbol name;
        Value value; ///< empty: deleted
    };

    /// Null if the name is not there. Valid until the next set().
    const Value *find(Symbol name) const
    {
        const auto known = m_index.find(name);
        return known == m_index.end() ? nullptr : &m_entries[known->second].value;
    }
    /// Returns what the name held before.
    Value set(Symbol name, Value value)
    {
        const auto [known, isNew] = m_index.try_emplace(name, m_entries.size());
        if (isNew) {
            m_entries.push_back({name, std::move(value)});
            return {};
        }
        m_entries[known->second].value.swap(value);
        return value;
    }
    /// Returns what the name held; empty if it was not there.
    Value remove(Symbol name)
    {
        const auto known = m_index.find(name);
        if (known == m_index.end())
            return {};
        Value old = std::move(m_entries[known->second].value);
        m_index.erase(known);
        return old;
    }

    std::vector<Entry> &entries() { return m_entries; }
    const std::vector<Entry> &entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
    std::unordered_map<Symbol, std::size_t, SymbolHash> m_index;
};

} // namespace tetherscope::vm
