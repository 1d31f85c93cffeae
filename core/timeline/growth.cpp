#include "timeline/growth.h"

#include <algorithm>

namespace tetherscope {
namespace {

/// Ids are given in order of first appearance, so the same texts are the same things.
bool knowsTextsOf(const Lexicon &longer, const Lexicon &former)
{
    if (longer.textCount() < former.textCount())
        return false;
    for (std::uint32_t id = 1; id <= former.textCount(); ++id) {
        if (longer.text(TextId{id}) != former.text(TextId{id}))
            return false;
    }
    return true;
}

bool beginsAs(const Timeline &longer, const Timeline &former)
{
    const std::span<const Event> events = former.allEvents();
    return longer.eventCount() >= events.size() && longer.stepCount() + 1 >= former.stepCount() &&
           std::equal(events.begin(), events.end(), longer.allEvents().begin());
}

/// The ids from `first` on.
template<typename Id, typename Info>
std::vector<Info> tail(const Lexicon &lexicon, std::size_t first, std::size_t count,
                       const Info &(Lexicon::*info)(Id) const)
{
    std::vector<Info> infos;
    infos.reserve(count - first);
    for (std::size_t index = first; index < count; ++index)
        infos.push_back((lexicon.*info)(Id{static_cast<std::uint32_t>(index + 1)}));
    return infos;
}

LexiconGrowth growth(const Lexicon &former, const Lexicon &longer)
{
    LexiconGrowth grown;
    for (std::size_t index = former.textCount(); index < longer.textCount(); ++index)
        grown.texts.emplace_back(longer.text({static_cast<std::uint32_t>(index + 1)}));
    grown.scopes = tail(longer, former.scopeCount(), longer.scopeCount(), &Lexicon::scope);
    grown.names = tail(longer, former.nameCount(), longer.nameCount(), &Lexicon::name);
    grown.objects = tail(longer, former.objectCount(), longer.objectCount(), &Lexicon::object);
    grown.slots = tail(longer, former.slotCount(), longer.slotCount(), &Lexicon::slot);
    grown.caches = tail(longer, former.cacheCount(), longer.cacheCount(), &Lexicon::cache);
    grown.entries = tail(longer, former.entryCount(), longer.entryCount(), &Lexicon::entry);
    return grown;
}

/// The first step of the longer run that the other has not.
std::size_t firstNewStep(const Timeline &former)
{
    const std::size_t count = former.stepCount();
    return count > 1 && former.step(count - 1).line == 0 ? count - 1 : count;
}

} // namespace

std::optional<TimelineChunk> growthSince(const Timeline &former, const Timeline &longer)
{
    if (!beginsAs(longer, former) || !knowsTextsOf(longer.lexicon(), former.lexicon()))
        return std::nullopt;
    TimelineChunk chunk;
    chunk.growth = growth(former.lexicon(), longer.lexicon());
    const std::span<const Event> events = longer.allEvents().subspan(former.eventCount());
    chunk.events.assign(events.begin(), events.end());
    for (std::size_t index = firstNewStep(former); index < longer.stepCount(); ++index) {
        Step step = longer.step(index);
        step.firstEvent = std::max<std::uint64_t>(step.firstEvent, former.eventCount());
        chunk.steps.push_back(step);
    }
    return chunk;
}

} // namespace tetherscope
