#pragma once

#include "graph/objectgraph.h"

#include <cstdint>
#include <vector>

namespace tetherscope {

/// What a person has put away to see the rest. A value; ids of the run it was chosen in, at any moment of it.
struct Folding
{
    std::vector<ObjectId> heads = {}; ///< each stands for what it retains; see retainedBy()
    std::vector<TextId> types = {};   ///< the first living object of each stands for all of them
    ObjectId focus = {};              ///< nothing is seen farther from it than `reach`; empty: no such limit
    std::uint32_t reach = 1;          ///< edges of either strength, in either direction
    bool plainNames = false;          ///< names of plain values are put away

    bool empty() const { return heads.empty() && types.empty() && !focus && !plainNames; }
    friend bool operator==(const Folding &, const Folding &) = default;
};

/// What that hides at one moment.
struct Folded
{
    /// An object that stands for others, and for how many.
    struct Head
    {
        ObjectId object;
        std::uint32_t hidden = 0;
        friend bool operator==(const Head &, const Head &) = default;
    };

    std::vector<bool> objects; ///< by object id (index); ids beyond the end are not hidden
    std::vector<bool> names;   ///< by name id (index)
    std::vector<Head> heads;   ///< in order of id; none that is hidden itself, none that hides nothing

    bool hides(ObjectId id) const { return id && id.index() < objects.size() && objects[id.index()]; }
    bool hides(NameId id) const { return id && id.index() < names.size() && names[id.index()]; }
};

/// Heads that have died by now, or are not born yet, hide nothing; nor does a focus.
Folded folded(const Folding &folding, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
