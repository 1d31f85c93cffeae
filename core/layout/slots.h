#pragma once

#include "layout/seed.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace tetherscope {

/// Heights that those set apart have to themselves, in all columns but the names'.
struct Region
{
    double top = 0;
    double bottom = 0;

    bool holds(double from, double to) const { return from >= top && to <= bottom; }
    bool avoids(double from, double to) const { return to <= top || from >= bottom; }
};

/// Where every part stands for the whole run: its column (0: names) and its top.
struct Arrangement
{
    std::vector<std::uint32_t> column;
    std::vector<double> top;
    std::uint32_t columnCount = 0;
    bool watchers = false; ///< the last column is theirs
    std::optional<Region> region;
    std::vector<bool> apart; ///< by part: stands in the region; empty: none does

    bool inRegion(std::uint32_t part) const { return !apart.empty() && apart[part]; }
};

/// Gives a place to every object that is not in the seed, in order of birth, beside what holds it and away
/// from all that is there at any time of its life; nothing placed ever moves. Watchers get the column at the
/// right.
///
/// A place is free again after the step of its object's ghost, and for another 20 steps; in a short run it is
/// never given twice, since two objects in one place at different times read as one. Never to one that was
/// made for the same key of a cache. Nothing if the token asked to stop.
std::optional<Arrangement> arrange(const Parts &parts, const Cast &cast, const Seed &seed,
                                   const SeedPlacement &placement, const std::stop_token &stop);

/// Whether places may be given to others: in a short run never, since two objects in one place at different
/// times read as one.
bool sharesSlots(const Parts &parts);
/// Whether what begins to live at this step may have the place of one with that life.
bool placeIsFreeAfter(const Life &life, std::uint32_t step);

/// What stays where it is while a run goes on.
struct KeptPlaces
{
    Arrangement places;          ///< column NameColumn::none: a new part; new items have a wish as top
    std::uint32_t firstStep = 0; ///< from which on there are new parts
};

/// Gives a place to what is new; what is kept does not move.
std::optional<Arrangement> arrangeAround(const Parts &parts, const Cast &cast, const KeptPlaces &kept,
                                         const std::stop_token &stop);

} // namespace tetherscope
