#pragma once

#include "analysis/eventstrip.h"
#include "analysis/moment.h"

#include <optional>
#include <string>
#include <vector>

namespace tetherscope {

/// One thing of the picture, to select or to lead to.
struct ThingRef
{
    ObjectId object;
    NameId name;
    CacheId cache;
    friend bool operator==(const ThingRef &, const ThingRef &) = default;
};

/// One line of a report: "a   module   since step 3".
struct ReportRow
{
    enum class Mark { None, Strong, Weak };

    Mark mark = Mark::None;
    Trend tone = Trend::Neutral; ///< Gain: came in this step; Loss: goes in this step
    std::string text;
    bool code = true;               ///< the text is a name, a key or a label
    std::string detail;             ///< what or where it is: "module", "Date cache"
    std::string note;               ///< "since step 3", "new"
    ThingRef thing;                 ///< what a click selects
    std::optional<Position> moment; ///< where a click on the note leads
    friend bool operator==(const ReportRow &, const ReportRow &) = default;
};

struct ReportSection
{
    std::string title; ///< "Held by"
    std::string note;  ///< "2 of 2 accounted for"
    std::vector<ReportRow> rows;
    friend bool operator==(const ReportSection &, const ReportSection &) = default;
};

/// Whether a thing lives, and how.
enum class LifeState { None, Alive, Dying, Unreachable, Dead, NotYet };

/// One thing in words, or one step.
struct Report
{
    std::string title; ///< "Date#1", "a", "Step 5"
    LifeState life = LifeState::None;
    std::string lifeText;  ///< "alive", "unreachable"; empty for None
    std::string biography; ///< "Made in step 3 by the cache, on a miss."
    std::vector<ReportSection> sections;
    friend bool operator==(const Report &, const Report &) = default;
};

/// State, biography, who holds it, who only watches it, what it holds; of a dead one what killed it and what
/// it took along.
Report objectReport(const Moment &moment, ObjectId object);
/// Where the name is, what it holds and since when.
Report nameReport(const Moment &moment, NameId name);
/// The rows of a weak cache and its figures.
Report cacheReport(const Moment &moment, CacheId cache);
/// What the step changed, thing by thing: for when nothing is selected.
Report stepReport(const Moment &moment);

} // namespace tetherscope
