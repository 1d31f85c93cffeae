#include "scenario/objects/containers.h"

namespace tetherscope::vm {

// The table of CPython 3.11's sets (Objects/setobject.c): nine linear probes, then a jump; never a place
// reused before the next resize. Sets of small integers are printed in this order, so it has to be the same.

namespace {
constexpr std::size_t smallestTable = 8;
constexpr std::int64_t removedHash = -1;
} // namespace

SetObject::SetObject(Heap &heap, bool isFrozen)
    : HeapObject(heap, heapKind)
    , frozen(isFrozen)
    , m_table(smallestTable)
{
}

bool SetObject::letGo(Departure &departure)
{
    for (; m_departed < m_table.size(); ++m_departed) {
        Entry &entry = m_table[m_departed];
        if (!entry.key.empty()) {
            departure.value = std::move(entry.key);
            departure.slot = entry.slot;
            return true;
        }
    }
    return false;
}

void SetObject::visitHeld(HeldVisitor &visitor) const
{
    for (const Entry &entry : m_table)
        visitor.visit(entry.key);
}

void SetObject::insertClean(Entry entry)
{
    std::size_t free = npos;
    probe(entry.hash, [&](std::size_t place) {
        if (m_table[place].key.empty())
            free = place;
        return free != npos;
    });
    m_table[free] = std::move(entry);
}

void SetObject::resize(std::size_t minimum)
{
    std::size_t size = smallestTable;
    while (size <= minimum)
        size *= 2;
    std::vector<Entry> old(size);
    old.swap(m_table);
    for (Entry &entry : old) {
        if (!entry.key.empty())
            insertClean(std::move(entry));
    }
    m_fill = m_used;
}

void SetObject::add(std::int64_t hash, Value key)
{
    std::size_t unused = npos;
    std::size_t removed = npos; // the last one that is passed is used again
    probe(hash, [&](std::size_t place) {
        if (!m_table[place].key.empty())
            return false;
        (m_table[place].hash == 0 ? unused : removed) = place;
        return unused != npos;
    });
    ++m_used;
    ++m_version;
    m_table[removed != npos ? removed : unused] = {hash, std::move(key), {}};
    if (removed != npos)
        return;
    ++m_fill;
    if (m_fill * 5 >= (m_table.size() - 1) * 3)
        resize(m_used > 50'000 ? m_used * 2 : m_used * 4);
}

void SetObject::prepareMerge(std::size_t otherUsed)
{
    if ((m_fill + otherUsed) * 5 >= (m_table.size() - 1) * 3)
        resize((m_used + otherUsed) * 2);
}

void SetObject::mergeInto(const SetObject &other)
{
    const bool sameLayout = m_table.size() == other.m_table.size() && other.m_fill == other.m_used;
    for (std::size_t place = 0; place < other.m_table.size(); ++place) {
        const Entry &entry = other.m_table[place];
        if (entry.key.empty())
            continue;
        if (sameLayout)
            m_table[place] = {entry.hash, entry.key, {}};
        else
            insertClean({entry.hash, entry.key, {}});
    }
    m_fill = m_used = other.m_used;
    ++m_version;
}

Value SetObject::takeOut(std::size_t place)
{
    Entry taken = std::exchange(m_table[place], Entry{removedHash, {}, {}});
    --m_used;
    ++m_version;
    return std::move(taken.key);
}

std::size_t SetObject::nextToPop()
{
    std::size_t place = m_finger & (m_table.size() - 1);
    while (m_table[place].key.empty())
        place = place + 1 == m_table.size() ? 0 : place + 1;
    m_finger = place + 1;
    return place;
}

void SetObject::shrinkIfSparse()
{
    if (m_fill - m_used > (m_table.size() - 1) / 4)
        resize(m_used > 50'000 ? m_used * 2 : m_used * 4);
}

void SetObject::exchange(SetObject &other)
{
    m_table.swap(other.m_table);
    std::swap(m_fill, other.m_fill);
    std::swap(m_used, other.m_used);
    ++m_version;
    ++other.m_version;
}

std::vector<SetObject::Entry> SetObject::takeAll()
{
    std::vector<Entry> all(smallestTable);
    all.swap(m_table);
    m_fill = m_used = m_finger = 0;
    ++m_version;
    return all;
}

} // namespace tetherscope::vm
