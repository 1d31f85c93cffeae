#include "scenario/objects/containers.h"

#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"

#include <algorithm>
#include <functional>

namespace tetherscope::vm {

namespace {

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    }));
}

} // namespace

StringObject::StringObject(Heap &heap, std::string content)
    : HeapObject(heap, heapKind)
    , m_text(std::move(content))
    , m_length(codePoints(m_text))
{
    heap.textMade(m_text.size());
}

StringObject::~StringObject()
{
    heap().textGone(m_text.size());
}

std::int64_t StringObject::hash() const
{
    if (m_hash == 0) {
        std::uint64_t hash = 14695981039346656037u; // FNV-1a: the same on every machine
        for (const char byte : m_text)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
        m_hash = static_cast<std::int64_t>(hash >> 1 | 1);
    }
    return m_hash;
}

ListObject::ListObject(Heap &heap)
    : HeapObject(heap, heapKind)
{
}

bool ListObject::letGo(Departure &departure)
{
    if (items.empty())
        return false;
    departure.value = std::move(items.back());
    items.pop_back();
    departure.slot = heap().recorder().knownIndexSlot(id(), items.size());
    return true;
}

namespace {

bool holdsObjects(const std::vector<Value> &items)
{
    return std::any_of(items.begin(), items.end(), [](const Value &item) {
        return item.isObject() && (item.object()->id() || item.object()->wantsCard());
    });
}

void visitLastFirst(HeldVisitor &visitor, const std::vector<Value> &items)
{
    for (std::size_t left = items.size(); left > 0; --left)
        visitor.visit(items[left - 1]);
}

} // namespace

bool maybeTracked(const Value &value)
{
    if (!value.isObject())
        return false;
    switch (value.object()->kind()) {
    case HeapKind::String:
    case HeapKind::Range:
        return false;
    case HeapKind::Tuple:
        return value.object()->tracked();
    default:
        return true;
    }
}

void ListObject::visitHeld(HeldVisitor &visitor) const
{
    visitLastFirst(visitor, items);
}

TupleObject::TupleObject(Heap &heap, std::vector<Value> content, Tracking tracking)
    : HeapObject(heap, heapKind, tracking)
    , items(std::move(content))
    , m_holdsObjects(holdsObjects(items))
{
}

void TupleObject::visitHeld(HeldVisitor &visitor) const
{
    visitLastFirst(visitor, items);
}

bool TupleObject::holdsPlainOnly() const
{
    return std::none_of(items.begin(), items.end(), maybeTracked);
}

void TupleObject::recordContents(Recorder &recorder)
{
    recorder.itemsChanged(*this, items, 0, 0);
}

std::vector<Value> TupleObject::refill(std::vector<Value> content)
{
    const std::size_t before = items.size();
    items.swap(content);
    m_holdsObjects = holdsObjects(items);
    heap().recorder().itemsChanged(*this, items, 0, before);
    return content;
}

Value TupleObject::refillItem(std::size_t index, Value item)
{
    Value old = std::exchange(items[index], std::move(item));
    m_holdsObjects = holdsObjects(items);
    heap().recorder().itemsReplaced(*this, items, index, index + 1);
    return old;
}

bool TupleObject::letGo(Departure &departure)
{
    if (items.empty())
        return false;
    departure.value = std::move(items.back());
    items.pop_back();
    departure.slot = heap().recorder().knownIndexSlot(id(), items.size());
    return true;
}

DictObject::DictObject(Heap &heap)
    : HeapObject(heap, heapKind, Tracking::Later)
    , m_index(8, unused)
{
}

bool DictObject::letGo(Departure &departure)
{
    for (; m_departed < m_entries.size(); ++m_departed) {
        Entry &entry = m_entries[m_departed];
        if (!entry.key.empty()) {
            departure.value = std::move(entry.key);
            departure.slot = entry.keySlot;
            return true;
        }
        if (!entry.value.empty()) {
            departure.value = std::move(entry.value);
            departure.slot = entry.valueSlot;
            return true;
        }
    }
    return false;
}

void DictObject::visitHeld(HeldVisitor &visitor) const
{
    for (const Entry &entry : m_entries) {
        visitor.visit(entry.value);
        visitor.visit(entry.key);
    }
}

bool DictObject::holdsPlainOnly() const
{
    return std::none_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) {
        return maybeTracked(entry.key) || maybeTracked(entry.value);
    });
}

std::size_t DictObject::homeOf(std::int64_t hash) const
{
    // Spread: keys are often small neighbouring numbers, and addresses with the same low bits.
    const std::uint64_t spread = static_cast<std::uint64_t>(hash) * 0x9e3779b97f4a7c15u;
    return static_cast<std::size_t>(spread >> 32) & (m_index.size() - 1);
}

void DictObject::insertIndex(std::size_t entry)
{
    std::size_t place = homeOf(m_entries[entry].hash);
    while (m_index[place] != unused)
        place = nextOf(place);
    m_index[place] = static_cast<std::int32_t>(entry);
}

void DictObject::rebuild(std::size_t capacity)
{
    std::erase_if(m_entries, [](const Entry &entry) { return entry.key.empty(); });
    m_index.assign(capacity, unused);
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry)
        insertIndex(entry);
}

void DictObject::append(std::int64_t hash, Value key, Value value)
{
    if ((m_entries.size() + 1) * 3 > m_index.size() * 2) {
        std::size_t capacity = 8;
        while (capacity < (m_used + 1) * 3)
            capacity *= 2;
        rebuild(capacity);
    }
    m_entries.push_back({hash, std::move(key), std::move(value), {}, {}});
    insertIndex(m_entries.size() - 1);
    ++m_used;
    ++m_version;
}

DictObject::Entry DictObject::takeOut(std::size_t entry)
{
    for (std::size_t place = homeOf(m_entries[entry].hash);; place = nextOf(place)) {
        if (m_index[place] == static_cast<std::int32_t>(entry)) {
            m_index[place] = removed;
            break;
        }
    }
    --m_used;
    ++m_version;
    return std::exchange(m_entries[entry], Entry{});
}

std::vector<DictObject::Entry> DictObject::takeAll()
{
    m_index.assign(8, unused);
    m_used = 0;
    ++m_version;
    return std::exchange(m_entries, {});
}

} // namespace tetherscope::vm
