#pragma once

#include "scenario/objects/value.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tetherscope::vm {

/// Whether CPython's collector knows the value, or may come to know it: what a dictionary or a tuple must
/// hold for the collector to know that.
bool maybeTracked(const Value &value);

class StringObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::String;
    StringObject(Heap &heap, std::string content);
    ~StringObject() override;

    const std::string &text() const { return m_text; }
    /// In code points; equal to the bytes if and only if the text is ASCII.
    std::size_t length() const { return m_length; }
    bool ascii() const { return m_length == m_text.size(); }
    std::int64_t hash() const;

private:
    std::string m_text;
    std::size_t m_length;
    mutable std::int64_t m_hash = 0; ///< 0: not computed yet
};

/// A list. Changed only through the interpreter's functions of lists, which keep the record and the limits.
class ListObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::List;
    explicit ListObject(Heap &heap);
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

    std::vector<Value> items;
};

class TupleObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Tuple;
    TupleObject(Heap &heap, std::vector<Value> content, Tracking tracking = Tracking::Now);
    bool letGo(Departure &departure) override;
    bool letGoAsGarbage(Departure &) override { return false; } ///< what it holds takes it along
    void visitHeld(HeldVisitor &visitor) const override;
    bool holdsPlainOnly() const override;
    bool wantsCard() const override { return m_holdsObjects; }
    void recordContents(Recorder &recorder) override;

    /// Only for a tuple that nobody else has; returns what was in it.
    std::vector<Value> refill(std::vector<Value> content);
    /// The same of one item.
    Value refillItem(std::size_t index, Value item);

    std::vector<Value> items; ///< constant but for its death and for refill()

private:
    bool m_holdsObjects;
};

/// A dictionary: entries in order of insertion, found through an open-addressed index.
class DictObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Dict;
    struct Entry
    {
        std::int64_t hash = 0;
        Value key; ///< empty: removed
        Value value;
        SlotId keySlot;   ///< where the record has the key, if that is an object
        SlotId valueSlot; ///< where the record has the value
    };

    explicit DictObject(Heap &heap);
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;
    bool holdsPlainOnly() const override;

    /// The object that the picture shows its entries in: itself, or the weak container that it belongs to.
    const HeapObject &owner() const
    {
        return shownIn == nullptr ? static_cast<const HeapObject &>(*this) : *shownIn;
    }
    HeapObject *shownIn = nullptr;
    bool weakKeys = false; ///< it belongs to a WeakKeyDictionary
    std::size_t size() const { return m_used; }
    std::vector<Entry> &entries() { return m_entries; }
    const std::vector<Entry> &entries() const { return m_entries; }
    /// Grows with every change of the set of keys: who iterates or searches sees that it happened.
    std::uint64_t version() const { return m_version; }

    /// Calls `same(entry)` for the entries with this hash until it answers other than "no".
    /// Returns the index of the entry, or npos.
    template<typename Same>
    std::size_t find(std::int64_t hash, Same &&same) const
    {
        for (std::size_t place = homeOf(hash); m_index[place] != unused; place = nextOf(place)) {
            const std::int32_t entry = m_index[place];
            if (entry >= 0 && m_entries[static_cast<std::size_t>(entry)].hash == hash &&
                same(static_cast<std::size_t>(entry)))
                return static_cast<std::size_t>(entry);
        }
        return npos;
    }
    /// Requires: the key is not there.
    void append(std::int64_t hash, Value key, Value value);
    /// Empties the entry; key and value are the caller's to let go.
    Entry takeOut(std::size_t entry);
    /// Empties the dictionary.
    std::vector<Entry> takeAll();

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    static constexpr std::int32_t unused = -1;
    static constexpr std::int32_t removed = -2;

    std::size_t homeOf(std::int64_t hash) const;
    std::size_t nextOf(std::size_t place) const { return (place + 1) & (m_index.size() - 1); }
    void rebuild(std::size_t capacity);
    void insertIndex(std::size_t entry);

    std::vector<Entry> m_entries;
    std::vector<std::int32_t> m_index;
    std::size_t m_used = 0;
    std::size_t m_departed = 0;
    std::uint64_t m_version = 0;
};

/// A set, laid out in its table as CPython 3.11 lays it out: iteration and death follow the table's order.
class SetObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Set;
    struct Entry
    {
        std::int64_t hash = 0;
        Value key;   ///< empty: never used, or removed (then hash is -1)
        SlotId slot; ///< where the record has the key
    };

    explicit SetObject(Heap &heap, bool isFrozen = false);
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

    const HeapObject &owner() const
    {
        return shownIn == nullptr ? static_cast<const HeapObject &>(*this) : *shownIn;
    }
    HeapObject *shownIn = nullptr;
    std::size_t size() const { return m_used; }
    std::vector<Entry> &table() { return m_table; }
    const std::vector<Entry> &table() const { return m_table; }
    std::uint64_t version() const { return m_version; }
    bool neverUsed() const { return m_fill == 0; }
    const bool frozen;

    /// Index of the entry with this hash for which `same(index)` holds, or npos.
    template<typename Same>
    std::size_t find(std::int64_t hash, Same &&same) const
    {
        std::size_t found = npos;
        probe(hash, [&](std::size_t place) {
            const Entry &entry = m_table[place];
            if (entry.key.empty())
                return entry.hash ==
                       0; // a place never used ends the search; a removed one (hash -1) does not
            if (entry.hash == hash && same(place))
                found = place;
            return found != npos;
        });
        return found;
    }
    /// Requires: the key is not there.
    void add(std::int64_t hash, Value key);
    /// Makes room for a set of this size as CPython does before it merges one.
    void prepareMerge(std::size_t otherUsed);
    /// Takes over the members of a set in its order, as CPython does when nothing has to be compared.
    /// Requires: this set has never had a member; prepareMerge() has made room.
    void mergeInto(const SetObject &other);
    Value takeOut(std::size_t place);
    /// Where pop() finds its member: it goes on from where it found the last one. Requires: there is one.
    std::size_t nextToPop();
    /// After many removals: makes the table as small as CPython would.
    void shrinkIfSparse();
    std::vector<Entry> takeAll();
    /// Exchanges members and layout; the record is the caller's.
    void exchange(SetObject &other);

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    template<typename Stop>
    void probe(std::int64_t hash, Stop &&stop) const
    {
        constexpr std::size_t linearProbes = 9;
        const std::size_t mask = m_table.size() - 1;
        auto perturb = static_cast<std::size_t>(hash);
        std::size_t place = perturb & mask;
        for (;;) {
            const std::size_t last = place + linearProbes <= mask ? place + linearProbes : place;
            for (std::size_t near = place; near <= last; ++near) {
                if (stop(near))
                    return;
            }
            perturb >>= 5;
            place = (place * 5 + 1 + perturb) & mask;
        }
    }
    void resize(std::size_t minimum);
    void insertClean(Entry entry);

    std::vector<Entry> m_table;
    std::size_t m_fill = 0; ///< places used or removed
    std::size_t m_used = 0;
    std::size_t m_finger = 0; ///< where pop() goes on
    std::size_t m_departed = 0;
    std::uint64_t m_version = 0;
};

} // namespace tetherscope::vm
