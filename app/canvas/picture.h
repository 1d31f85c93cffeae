#pragma once

#include "canvas/target.h"
#include "graph/event.h"
#include "layout/geometry.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tetherscope {

/// How loud a thing is. Rest is grey ink; the others say what this step did, or what is wrong.
enum class Tone : std::uint8_t {
    Rest,
    New,     ///< solid 2 px outline or line, "+"
    Going,   ///< dotted, "−"; gone at the next step
    Touched, ///< asked, called, compared: tinted, nothing changed
    Leaked,  ///< nothing leads there any more: hatched, "!"
};

/// The round badge at a thing's top left corner.
enum class CornerMark : std::uint8_t { None, Plus, Minus, Alert };

/// A heading of a column ("Objects") or of a block of names ("Date.__new__", with "line 15").
struct HeadingItem
{
    SceneRect rect;
    QString text;
    QString detail;       ///< after the text, quieter
    QString values;       ///< one line of its own: locals that never hold an object
    double valuesY = 0;   ///< its middle
    bool running = false; ///< the call that executes now: tinted
    bool fading = false;  ///< the call has returned in this step

    friend bool operator==(const HeadingItem &, const HeadingItem &) = default;
};

/// A name.
struct PillItem
{
    NameId name;
    SceneRect rect;
    QString text;
    QString value; ///< of a plain value, inside a pill without fill
    QString label; ///< the whole text, never elided: "Date.__new__: self", "n = 3"
    Tone tone = Tone::Rest;
    CornerMark mark = CornerMark::None;
    bool plain = false; ///< holds a plain value: no fill
    bool holds = false; ///< an edge leaves it: a filled dot at its right

    friend bool operator==(const PillItem &, const PillItem &) = default;
};

/// One row of a card, full width. Blank rows are planned places that are not used yet, or not any more.
struct RowItem
{
    SceneRect rect;
    QString text;
    QString value; ///< a plain value in a row that holds objects at other times
    QString state; ///< "live", "hit", "expired", "removed", "… 14 more"
    QString label; ///< text and value, never elided
    Tone tone = Tone::Rest;
    bool blank = false;
    bool struck = false;
    bool holds = false; ///< an edge leaves it: a filled dot at its right
    SlotId slot;
    EntryId entry;

    friend bool operator==(const RowItem &, const RowItem &) = default;
};

/// An object, or a weak cache.
struct CardItem
{
    ObjectId object;
    CacheId cache;
    SceneRect rect;
    double headerHeight = 0;
    double subtitleHeight = 0; ///< of the line under the header; 0: there is none
    double footerHeight = 0;
    QString title;
    QString subtitle;
    QString state;  ///< "dying", beside the badge
    QString badge;  ///< the count, "1 → 2" where it changed; a cache has none
    QString empty;  ///< "empty", where a table has no rows
    QString footer; ///< "1 hit · 2 misses · 0 evicted"
    QString chip;   ///< hangs below: "same key", "removed by Date#1, was Date#2's"
    SceneRect chipRect;
    QString label;  ///< the title, never elided
    QString values; ///< of an object that lives: its plain values, never elided
    Tone tone = Tone::Rest;
    Tone badgeTone = Tone::Rest;
    CornerMark mark = CornerMark::None;
    bool ghost = false;         ///< died in this step
    bool dying = false;         ///< its __del__ runs
    bool table = false;         ///< hairlines between rows
    std::uint32_t firstRow = 0; ///< into Picture::rows
    std::uint32_t rowCount = 0;

    Target target() const { return object ? Target::of(object) : Target::of(cache); }
};

/// A weak reference, docked at what first held it; or the port of a cache's row.
struct RingItem
{
    ObjectId reference; ///< empty for a row's port
    EntryId entry;
    SlotId slot;  ///< a weak container's row
    Target owner; ///< whose row or pill it is docked at
    ObjectId to;  ///< what it looks at; empty when dead
    SceneRect rect;
    QString label;   ///< "ref#1"; a port has none
    QString past;    ///< of a dead one: "pointed to Date#1, which died in step 22"
    QString caption; ///< "ref#1", once what it was docked at has gone
    Tone tone = Tone::Rest;
    bool dead = false;
    bool ghost = false;
    bool callback = false; ///< a flag: it will call somebody

    friend bool operator==(const RingItem &, const RingItem &) = default;
};

/// A line from who holds or watches to what it holds or watches.
struct EdgeItem
{
    HolderRef from;
    EntryId entry;                  ///< a cache's row, instead of `from`
    ObjectId owner;                 ///< whose slot `from` is; for a ring's edge the weak reference
    CacheId cache;                  ///< whose row `entry` is
    ObjectId to;                    ///< empty: a dead reference's stub, ending in a cross
    QString holder;                 ///< in words: "a", "Node#1.next", "(2022, 12, 3) of Date"
    std::vector<ScenePoint> points; ///< start, then three for each cubic piece
    Tone tone = Tone::Rest;
    bool weak = false;

    /// Drawn with a solid head, which counts.
    bool counts() const { return !weak && tone != Tone::Going; }

    friend bool operator==(const EdgeItem &, const EdgeItem &) = default;
};

/// Units of a count that no name and no slot holds: a short line from a small square.
struct StubItem
{
    ObjectId to;
    std::vector<ScenePoint> points;
    QString caption;       ///< "in flight", "argument ×2"
    SceneRect captionRect; ///< clear of lines and things, if there is such a place near the line
    std::uint32_t units = 0;
    Tone tone = Tone::Rest;

    friend bool operator==(const StubItem &, const StubItem &) = default;
};

/// Everything that is drawn at one moment, in flat arrays and in the order in which it is drawn.
///
/// A value, decided once by composePicture(): the canvas, images, SVG, tooltips and the screen reader all
/// read it and add nothing of their own. Scene pixels; texts are cut to their places already.
struct Picture
{
    std::vector<HeadingItem> headings;
    std::vector<PillItem> pills;
    std::vector<CardItem> cards;
    std::vector<RowItem> rows;
    std::vector<RingItem> rings;
    std::vector<EdgeItem> edges;
    std::vector<StubItem> stubs;

    SceneRect bounds;     ///< of the plan: the same at every moment of a run
    SceneRect seedBounds; ///< of the plan's most telling state
    SceneRect changed;    ///< around what this step changed; empty if nothing did

    /// Nothing has been made yet, or all has gone.
    bool empty() const { return pills.empty() && cards.empty(); }
};

/// Solid heads that touch the object's card, plus the units of its stubs: what the badge says.
std::uint32_t headsOn(const Picture &picture, ObjectId object);

/// The plan's bounds, and what has been put outside them by hand.
SceneRect extentOf(const Picture &picture);

/// Whether all that is drawn at this moment, headings and captions aside, lies within.
bool liesWithin(const Picture &picture, const SceneRect &area);
/// Whether no card, no name and no line overlaps it.
bool isFree(const Picture &picture, const SceneRect &area);

} // namespace tetherscope
