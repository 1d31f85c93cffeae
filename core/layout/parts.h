#pragma once

#include "layout/cast.h"
#include "layout/namecolumn.h"
#include "layout/plan.h"

#include <span>
#include <vector>

namespace tetherscope {

/// Where a weak reference's ring docks: outside the row or pill that shows it first, the lane-th from it.
struct Dock
{
    HolderRef holder; ///< in flight: the ring is never drawn
    std::uint32_t lane = 0;

    bool shown() const { return holder.kind != Holder::InFlight; }
};

/// An edge between two parts in the direction of the picture, from left to right: what watches is at its
/// right end. Ports count from the top of the part.
struct Tie
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double fromPort = 0;
    double toPort = 0;
    Life life;
    std::uint32_t heldSteps = 0;
    double pull = 0; ///< how much it has to say in where its ends stand: its steps, or less
};

/// Everything that gets a place of its own: first the items of the names' column, then objects, then caches.
///
/// Rings have none; they go with what they dock at, and so do the ends of their edges.
struct Parts
{
    NameColumn names;
    std::vector<CardShape> shapes; ///< of objects and caches, by part - firstObject()
    std::vector<bool> watches;     ///< by object: a table that holds nothing but weak references
    std::vector<Dock> docks;       ///< by object
    std::vector<double> ringRoom;  ///< by part: how far its rings reach out
    std::vector<Life>
        stays; ///< by object: its life, and those of the rings that dock at it and may outlive it
    std::vector<Tie> ties;
    std::vector<std::uint32_t> tieBegin; ///< of a part in `tiesOf`
    std::vector<std::uint32_t> tiesOf;   ///< both ends know their ties
    std::uint32_t objectCount = 0;
    double cardGap = 0; ///< between cards of one column

    std::uint32_t cardCount() const; ///< of objects that ever have a card
    std::uint32_t count() const { return firstObject() + static_cast<std::uint32_t>(shapes.size()); }
    std::uint32_t firstObject() const { return static_cast<std::uint32_t>(names.items.size()); }
    std::uint32_t firstCache() const { return firstObject() + objectCount; }
    std::uint32_t part(ObjectId id) const { return firstObject() + static_cast<std::uint32_t>(id.index()); }
    std::uint32_t part(CacheId id) const { return firstCache() + static_cast<std::uint32_t>(id.index()); }
    bool isItem(std::uint32_t part) const { return part < firstObject(); }
    bool isObject(std::uint32_t part) const { return part >= firstObject() && part < firstCache(); }
    ObjectId object(std::uint32_t part) const { return {part - firstObject() + 1}; }
    const CardShape &shape(std::uint32_t part) const { return shapes[part - firstObject()]; }
    const CardShape &shape(ObjectId id) const { return shapes[id.index()]; }

    double height(std::uint32_t part) const
    {
        return isItem(part) ? names.items[part].height : shape(part).size.height;
    }
    double gap(std::uint32_t part) const;
    /// The first items, which are the module's names one by one, may stand in any order: in a run of many
    /// objects crossings are worse than names that are not in order of first binding.
    std::uint32_t freeNames() const;
    bool placed(std::uint32_t part) const
    {
        return isItem(part) || !SceneRect{0, 0, shape(part).size.width, shape(part).size.height}.empty();
    }
    bool watcher(std::uint32_t part) const
    {
        return part >= firstCache() || (isObject(part) && watches[part - firstObject()]);
    }
    std::span<const std::uint32_t> tiesAt(std::uint32_t part) const
    {
        return std::span(tiesOf).subspan(tieBegin[part], tieBegin[part + 1] - tieBegin[part]);
    }
};

/// Which row of its card shows the slot or key: hidden ones share the last. Nothing if there is none.
std::optional<std::size_t> rowOf(const CardShape &shape, SlotId slot);
std::optional<std::size_t> rowOf(const CardShape &shape, EntryId entry);
/// The height at which heads of a card's edges arrive, from its top, where there is one.
double arrivalPort(const CardShape &shape);

Parts partsOf(const Cast &cast, const Lexicon &lexicon, TextWidths &widths);
/// The same around what a plan of the run's beginning has placed: cards keep their shapes.
Parts partsOf(const Cast &cast, const Lexicon &lexicon, TextWidths &widths, NameColumn names,
              const PlanTables &former);

} // namespace tetherscope
