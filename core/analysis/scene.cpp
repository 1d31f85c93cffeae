#include "analysis/scene.h"

#include "analysis/source.h"

#include <algorithm>
#include <ranges>

namespace tetherscope {

namespace {

/// Steps of inner calls come before the step of the statement that called: they are deeper.
std::uint64_t startOfStatement(const Moment &moment)
{
    std::uint32_t first = moment.position().step;
    while (first > 1 && moment.timeline().step(first - 1).depth > moment.step().depth)
        --first;
    return moment.timeline().step(first).firstEvent;
}

bool contains(const std::vector<NameId> &names, NameId name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Scene::Scene(const Moment &moment)
    : m_moment(&moment)
    , m_marks(marksAt(moment))
    , m_statementStart(startOfStatement(moment))
{
    for (const std::string_view word : targetNames(lexicon().text(step().source)))
        for (const NameId name : m_marks.newNames) {
            const ScopeInfo &scope = lexicon().scope(lexicon().name(name).scope);
            const bool visible =
                lexicon().name(name).scope == step().scope || scope.kind == ScopeKind::Module;
            if (visible && lexicon().nameText(name) == word && !contains(m_assigned, name))
                m_assigned.push_back(name);
        }
}

std::span<const Event> Scene::statement() const
{
    const std::uint64_t end = m_moment->firstEvent() + m_moment->position().events;
    return m_moment->timeline().allEvents().subspan(m_statementStart, end - m_statementStart);
}

const Event *Scene::lastOwn(EventKind kind) const
{
    const std::span<const Event> events = own();
    const auto found = std::find_if(events.rbegin(), events.rend(),
                                    [kind](const Event &event) { return event.kind == kind; });
    return found == events.rend() ? nullptr : &*found;
}

bool Scene::inStatement(EventKind kind) const
{
    const std::span<const Event> events = statement();
    return std::any_of(events.begin(), events.end(),
                       [kind](const Event &event) { return event.kind == kind; });
}

bool Scene::ranCollector() const
{
    const std::span<const Event> events = statement();
    std::size_t depth = now().frames().size();
    for (const Event &event : std::views::reverse(events)) {
        if (event.kind == EventKind::Collect && depth == step().depth)
            return true;
        if (event.kind == EventKind::Call)
            --depth;
        else if (event.kind == EventKind::Return)
            ++depth;
    }
    return false;
}

bool Scene::bornInStep(ObjectId object) const
{
    const std::span<const std::uint32_t> past = m_moment->history().eventsOf(object);
    return !past.empty() && past.front() >= m_moment->firstEvent();
}

bool Scene::bornInStatement(ObjectId object) const
{
    const std::span<const std::uint32_t> past = m_moment->history().eventsOf(object);
    return !past.empty() && past.front() >= m_statementStart;
}

bool Scene::boundByCall(NameId name) const
{
    const ScopeId scope = lexicon().name(name).scope;
    const std::span<const Event> events = own();
    return !contains(m_assigned, name) &&
           std::any_of(events.begin(), events.end(), [scope](const Event &event) {
               return event.kind == EventKind::Call && event.scope() == scope;
           });
}

bool Scene::broughtIntoView(ObjectId object) const
{
    const std::span<const Event> events = own();
    return kindOf(object) == ObjectKind::Function &&
           std::any_of(events.begin(), events.end(), [&](const Event &event) {
               return event.kind == EventKind::Weaken && event.object == object &&
                      lexicon().slot(event.slot()).owner < object;
           });
}

Sentence say(Template which, std::initializer_list<Phrase> places)
{
    return {fill(which, places)};
}

} // namespace tetherscope
