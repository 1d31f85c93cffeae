#include "runs.h"

#include "shownrun.h"
#include "timelinetext.h"

#include "layout/planner.h"

#include <utility>

namespace tetherscope {

ShownRun::ShownRun(Timeline timeline)
    : m_timeline(std::move(timeline))
    , m_plan(planPicture(m_timeline, m_measure))
    , m_moment(m_timeline)
{
}

ShownRun::ShownRun(Timeline timeline, const ShownRun &former)
    : m_timeline(std::move(timeline))
    , m_plan(planPicture(m_timeline, m_measure, {.keep = former.m_plan}))
    , m_moment(m_timeline)
{
}

ShownRun::ShownRun(const std::string &text)
    : ShownRun(timelineFromText(text))
{
}

Picture ShownRun::at(Position position)
{
    m_moment.seek(position);
    return composePicture(m_moment, marksAt(m_moment), *m_plan, m_measure, m_folding);
}

void ShownRun::tidy(std::uint32_t step)
{
    m_plan = planPicture(m_timeline, m_measure, {.seedStep = step});
}

std::string dateCacheRun()
{
    std::string run;
    for (const std::string_view piece : {runs::dateClass, runs::dateMade, runs::dateCounted, runs::dateShared,
                                         runs::dateCounted, runs::dateDies})
        run += piece;
    return run;
}

ObjectId ShownRun::object(const std::string &label) const
{
    const Lexicon &lexicon = m_timeline.lexicon();
    for (std::uint32_t id = 1; id <= lexicon.objectCount(); ++id) {
        if (lexicon.label({id}) == label)
            return {id};
    }
    return {};
}

} // namespace tetherscope
