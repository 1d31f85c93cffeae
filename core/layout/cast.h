#pragma once

#include "graph/event.h"
#include "graph/lexicon.h"
#include "timeline/timeline.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tetherscope {

/// The first and the last step in which something is drawn.
struct Life
{
    static constexpr std::uint32_t endless = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t first = endless;
    std::uint32_t last = 0;

    bool ever() const { return first <= last; }
    bool during(std::uint32_t step) const { return first <= step && step <= last; }
    bool meets(const Life &other) const { return first <= other.last && other.first <= last; }
    void include(const Life &other)
    {
        first = first < other.first ? first : other.first;
        last = last > other.last ? last : other.last;
    }
};

/// What an edge starts at.
enum class EdgeKind : std::uint8_t { Name, Slot, WeakSlot, Entry };

/// An edge that is, was or will be. Several times of one holder and one object are one edge.
struct CastEdge
{
    EdgeKind kind = EdgeKind::Name;
    std::uint32_t holder = 0; ///< a NameId, SlotId or EntryId, by kind
    ObjectId to;
    Life life;                    ///< from the first time to the last
    std::uint32_t heldSteps = 0;  ///< steps in which it is there
    std::uint64_t firstEvent = 0; ///< the event that makes it for the first time

    NameId name() const { return {holder}; }
    SlotId slot() const { return {holder}; }
    EntryId entry() const { return {holder}; }
    bool weak() const { return kind == EdgeKind::WeakSlot || kind == EdgeKind::Entry; }
};

/// A call that ran, or a class that was made. It lives until its last name goes, for a call which may be
/// after its return.
struct CastFrame
{
    std::uint32_t level = 0; ///< among those of its function or name that live at the same time
    std::uint32_t depth = 0; ///< of the calls that ran when it began: 1 for a call from the module
    Life life;
};

struct CastObject
{
    Life life; ///< up to the step after its death, where its ghost stands
    std::uint32_t mostStrong = 0;
    EntryId entry;          ///< the cache's key it was made for, if any
    bool finalizes = false; ///< its __del__ runs at some time
};

/// What a cache's footer says in the end.
struct CastCache
{
    std::uint32_t hits = 0;
    std::uint32_t misses = 0;
    std::uint32_t evicted = 0;
};

/// Who ever appears in a run, when, and who holds whom: one pass over all events, from which the picture is
/// planned.
///
/// Tables are indexed by the Lexicon's ids.
struct Cast
{
    std::vector<CastObject> objects;
    std::vector<CastFrame> frames; ///< by scope; no life for what is no call and no class
    std::vector<CastCache> caches;
    std::vector<bool> nameHolds;          ///< the name is bound to an object at some time
    std::vector<TextId> nameValue;        ///< the longest plain value the name is bound to; empty if none
    std::vector<bool> slotHolds;          ///< the slot holds or watches an object at some time
    std::vector<TextId> slotValue;        ///< the longest plain value; empty if none
    std::vector<CastEdge> edges;          ///< by object, then kind and holder
    std::vector<std::uint32_t> edgeBegin; ///< of an object in `edges`; one more at the end
    std::uint32_t stepCount = 0;

    /// False for names of modules, classes and plain functions, which are left out.
    bool everBound(NameId name) const { return nameHolds[name.index()] || nameValue[name.index()]; }
    std::span<const CastEdge> edgesInto(ObjectId object) const
    {
        const std::size_t begin = edgeBegin[object.index()];
        return std::span(edges).subspan(begin, edgeBegin[object.index() + 1] - begin);
    }
};

/// Nothing if the token asked to stop.
std::optional<Cast> castOf(const Timeline &timeline, const std::stop_token &stop);

} // namespace tetherscope
