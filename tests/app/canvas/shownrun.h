#pragma once

#include "canvas/compose.h"
#include "canvas/fontmeasure.h"
#include "timeline/timeline.h"

#include <memory>
#include <string>

namespace tetherscope {

/// A run with its plan, as the window has it; gives the picture of any of its moments.
class ShownRun
{
public:
    explicit ShownRun(Timeline timeline);
    /// A run that begins as the other, planned around it.
    ShownRun(Timeline timeline, const ShownRun &former);
    /// Of the text of timelinetext.h.
    explicit ShownRun(const std::string &text);
    ShownRun(const ShownRun &) = delete; // the moment points into it
    ShownRun &operator=(const ShownRun &) = delete;

    const Timeline &timeline() const { return m_timeline; }
    const Plan &plan() const { return *m_plan; }

    /// Moves the play head there, from wherever it was.
    Picture at(Position position);
    Picture at(std::size_t step) { return at(m_timeline.end(step)); }
    Picture last() { return at(m_timeline.last()); }
    const ObjectGraph &graph() const { return m_moment.now(); }
    /// Plans the run anew, from the state at this step's end.
    void tidy(std::uint32_t step);
    /// From now on.
    void fold(const Folding &folding) { m_folding = folding; }
    ObjectId object(const std::string &label) const;

private:
    Timeline m_timeline;
    FontMeasure m_measure;
    std::shared_ptr<const Plan> m_plan;
    Moment m_moment;
    Folding m_folding;
};

/// The notebook's class with its dict of weak references, from its definition to the death of its object.
std::string dateCacheRun();

} // namespace tetherscope
