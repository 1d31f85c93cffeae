#pragma once

#include "graph/event.h"
#include "graph/lexicon.h"
#include "layout/geometry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tetherscope {

struct PlanTables;

/// What an object or a cache looks like for its whole life: its largest size, and which slots have rows of
/// their own.
///
/// From the top: a header (id and badge), one line for plain values where there ever is one, the rows, and a
/// line `… n more` where more than the most rows ever exist. Unused rows stay blank.
struct CardShape
{
    SceneSize size;
    double headerHeight = 0;
    double plainLineHeight = 0; ///< 0: no such line ever
    double rowHeight = 0;
    double footerHeight = 0;  ///< a cache's "1 hit · 2 misses · 0 evicted"
    std::vector<SlotId> rows; ///< of an object: slots that ever hold an object, in order of first appearance
    std::vector<EntryId> entries; ///< of a cache: its keys
    std::uint32_t hiddenRows = 0; ///< beyond the most; they share the last line
    bool table = false;           ///< a dict, list, set, tuple or cache: rows under hairlines
    /// It was planned before its hidden rows: they have no line of their own, but share that of the last row
    /// or, where there is no row, that of the plain values.
    bool crowded = false;

    std::size_t rowCount() const { return ownRows() + (hiddenRows > 0 && !crowded ? 1 : 0); }
    /// The row at which hidden ones are shown.
    std::size_t sharedRow() const { return crowded && ownRows() > 0 ? ownRows() - 1 : ownRows(); }
    /// Of row i, from the card's top.
    double rowTop(std::size_t row) const
    {
        const double first = crowded && ownRows() == 0 ? headerHeight : headerHeight + plainLineHeight;
        return first + static_cast<double>(row) * rowHeight;
    }

private:
    std::size_t ownRows() const { return rows.size() + entries.size(); }
};

/// A heading in the column of names: "Module names", "Date.__new__", "class Date". Frames of one function at
/// one depth of recursion share one place for the whole run.
struct NameBlock
{
    ScopeKind kind = ScopeKind::Module;
    TextId function; ///< the function's or class's name
    SceneRect heading;
    SceneRect locals; ///< the line of plain locals; empty if it never has any
    SceneRect bounds; ///< heading, line, pills and the margin for rings
};

/// One edge as it is drawn: from the right side of a holder to the left side of what it holds, or for a weak
/// one from the left side (its ring) to the right side; a name that is itself a weak reference is the
/// exception.
struct EdgePath
{
    HolderRef from; ///< a name or a slot; for a cache's row empty, and `entry` is set
    EntryId entry;
    ObjectId to; ///< empty: a dead weak reference, drawn as a stub with a cross
    bool weak = false;
    /// Start, then three for each cubic piece. The last point touches the card's border. Empty: nothing is
    /// drawn, since an end is never shown or the ring is docked at this very holder.
    std::vector<ScenePoint> points;
    friend bool operator==(const EdgePath &, const EdgePath &) = default;
};

/// Where everything that ever appears in a run is drawn: each thing has one rectangle for its whole life.
///
/// Immutable and shared between threads. Depends on the run and the fonts alone: never on time, the machine
/// or the moment that is shown. Two things whose lives (with the step after their death) overlap never
/// overlap in space.
class Plan
{
public:
    std::optional<SceneRect>
    rectOf(NameId id) const; ///< a pill; none for locals that never hold an object, and folded frames
    std::optional<SceneRect>
    rectOf(ObjectId id) const; ///< a card, or the ring of a weak reference; none if never shown
    std::optional<SceneRect> rectOf(CacheId id) const;
    /// The ring at the start of a row's dashed edge, outside the row and tangent to it: of a cache's key, of
    /// a weak container's slot, and for a weak reference's slot "*" the rectangle of the reference. None on
    /// hidden rows.
    std::optional<SceneRect> ringOf(EntryId id) const;
    std::optional<SceneRect> ringOf(SlotId id) const;
    const CardShape *shapeOf(ObjectId id) const; ///< null for rings and what is not shown
    const CardShape *shapeOf(CacheId id) const;
    /// The heading under which the scope's names stand; null for frames that are folded away.
    const NameBlock *blockOf(ScopeId id) const;
    const std::vector<NameBlock> &blocks() const; ///< the module's first; all others below it
    /// The name or slot at which a weak reference's ring is docked.
    HolderRef dockOf(ObjectId ring) const;

    /// The path of an edge that is, was or will be: same answer at every moment.
    EdgePath strongPath(HolderRef from, ObjectId to) const;
    /// A ring's dashed edge; `to` empty gives the 28 px stub of a dead one. `slot` is the weak slot.
    EdgePath weakPath(SlotId slot, ObjectId to) const;
    EdgePath entryPath(EntryId entry, ObjectId to) const;
    /// The i-th of n stubs of a count's units in flight: 28 px, ending at the card's left side.
    EdgePath stubPath(ObjectId to, std::size_t index, std::size_t count) const;

    SceneRect bounds() const;                ///< of everything, headings included
    double objectsX() const;                 ///< left edge of the first object column
    std::optional<double> watchersX() const; ///< of caches and watching tables, if any
    /// Of a plan that was tidied at a step: where what nothing led to then stands apart, its heading's line
    /// included. Empty: nothing does.
    SceneRect apart() const;
    SceneRect seedBounds() const; ///< of the state the plan was seeded with
    /// The step of that state; none if everything that ever is was laid out at once.
    std::optional<std::uint32_t> seedStep() const;

private:
    friend class PlanBuilder;
    explicit Plan(std::shared_ptr<const PlanTables> tables);

    std::shared_ptr<const PlanTables> m_tables;
};

} // namespace tetherscope
