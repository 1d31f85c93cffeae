#include "analysis/moment.h"

#include "graph/reachability.h"

namespace tetherscope {

namespace {

bool flagOf(std::optional<std::vector<bool>> &flags, ObjectId object, const ObjectGraph &graph,
            const Lexicon &lexicon)
{
    if (!flags)
        flags = unreachable(graph, lexicon);
    return object && object.index() < flags->size() && (*flags)[object.index()];
}

} // namespace

Moment::Moment(const Timeline &timeline)
    : m_timeline(&timeline)
    , m_before(timeline)
    , m_now(timeline)
{
    seek({});
}

Moment::Moment(const Timeline &timeline, Position position)
    : Moment(timeline)
{
    seek(position);
}

void Moment::seek(Position position)
{
    m_before.seek({position.step, 0});
    m_now.seek(position);
    m_unreachableBefore.reset();
    m_unreachableNow.reset();
}

bool Moment::unreachableNow(ObjectId object) const
{
    return flagOf(m_unreachableNow, object, now(), lexicon());
}

bool Moment::unreachableBefore(ObjectId object) const
{
    return flagOf(m_unreachableBefore, object, before(), lexicon());
}

const History &Moment::history() const
{
    m_history.update(*m_timeline);
    return m_history;
}

} // namespace tetherscope
