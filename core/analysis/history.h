#pragma once

#include "timeline/timeline.h"

#include <compare>
#include <map>
#include <span>
#include <vector>

namespace tetherscope {

/// The place under which an object can be found again: a row of a container, or a key of a weak cache.
struct KeyRef
{
    SlotId slot;
    EntryId entry;
    friend constexpr auto operator<=>(KeyRef, KeyRef) = default;
};

/// An index over a timeline's events: for each object, name and key, what ever happened to it, in order.
///
/// Built as far as the timeline goes by update(), which looks at each event once; a number of event takes
/// four bytes for each thing it is about. Event numbers count from the start of the run.
class History
{
public:
    /// One object stored under a key: made there, or put there as a weak reference.
    struct Keyed
    {
        ObjectId object;
        std::uint32_t event = 0;
        bool missed = false; ///< nothing alive stood under the key before
    };

    void update(const Timeline &timeline);
    std::uint64_t eventsSeen() const { return m_seen; }

    /// The numbers of the events whose `object` it is, and for a reference or a container those of its slots.
    std::span<const std::uint32_t> eventsOf(ObjectId object) const;
    std::span<const std::uint32_t> eventsOf(NameId name) const;

    /// What was ever stored weakly under the key, in order.
    std::span<const Keyed> keyed(KeyRef key) const;
    /// Keys that were given a second object on a miss: the only ones that two living objects can share.
    std::span<const KeyRef> contested() const { return m_contested; }
    /// What a weak reference was made to point at; empty for any other object.
    ObjectId referentOf(ObjectId reference) const;

private:
    void see(const Event &event, std::uint32_t number, const Lexicon &lexicon);
    void seeKey(const Event &event, std::uint32_t number, const Lexicon &lexicon);
    void store(KeyRef key, Keyed keyed);
    /// What stood there was taken away only to make room, and was alive.
    bool replacesLiving(const Event &event) const;

    struct KeyPast
    {
        std::vector<Keyed> stored;
        bool contested = false;
    };
    struct Referent
    {
        ObjectId object;
        bool cleared = false;
    };

    std::uint64_t m_seen = 0;
    Event m_previous;
    std::vector<std::vector<std::uint32_t>> m_objects;
    std::vector<std::vector<std::uint32_t>> m_names;
    std::vector<Referent> m_referents; ///< by the reference's id
    std::map<KeyRef, KeyPast> m_keyed;
    std::vector<KeyRef> m_contested;
};

} // namespace tetherscope
