#include "analysis/death.h"
#include "analysis/scene.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// Objects whose death is worth a sentence of its own; references, iterators and bound methods come and go.
bool isMajor(ObjectKind kind)
{
    return kind == ObjectKind::Instance || kind == ObjectKind::List || kind == ObjectKind::Dict ||
           kind == ObjectKind::Set || kind == ObjectKind::Tuple;
}

/// What died in these events, in order, without what was only passing through.
std::vector<ObjectId> deadIn(std::span<const Event> events, const Scene &scene)
{
    std::vector<ObjectId> dead;
    for (const Event &event : events) {
        if (event.kind != EventKind::Free || scene.kindOf(event.object) == ObjectKind::WeakReference)
            continue;
        const bool instance = scene.kindOf(event.object) == ObjectKind::Instance;
        if (instance || !scene.bornInStep(event.object))
            dead.push_back(event.object);
    }
    return dead;
}

ObjectId weightiest(const std::vector<ObjectId> &dead, const Scene &scene)
{
    const auto found = std::find_if(dead.begin(), dead.end(),
                                    [&scene](ObjectId object) { return isMajor(scene.kindOf(object)); });
    if (found != dead.end())
        return *found;
    // Unless somebody watched it, a function is only a means.
    const auto watched = std::find_if(dead.begin(), dead.end(), [&scene](ObjectId object) {
        return scene.kindOf(object) == ObjectKind::Function && scene.before().object(object).weak > 0;
    });
    return watched == dead.end() ? ObjectId{} : *watched;
}

/// The one whose death brought the others': it went to 0 first.
ObjectId firstToGo(const std::vector<ObjectId> &dead, const Scene &scene)
{
    ObjectId first = weightiest(dead, scene);
    std::optional<Death> firstDeath;
    for (const ObjectId object : dead) {
        if (!isMajor(scene.kindOf(object)))
            continue;
        const std::optional<Death> death = deathOf(object, scene.statementStart() + scene.statement().size(),
                                                   scene.moment().timeline(), scene.moment().history());
        if (death && (!firstDeath || death->lastRelease < firstDeath->lastRelease)) {
            first = object;
            firstDeath = death;
        }
    }
    return first;
}

bool evictedIn(std::span<const Event> events, ObjectId object)
{
    return std::any_of(events.begin(), events.end(), [object](const Event &event) {
        return event.kind == EventKind::Evict && event.object == object;
    });
}

/// A row that led to the object was taken away in these events: by a dict's key, or by a weak container
/// itself.
bool rowTakenIn(std::span<const Event> events, ObjectId object, const Scene &scene)
{
    return std::any_of(events.begin(), events.end(), [object, &scene](const Event &event) {
        return event.kind == EventKind::Unlink && event.object &&
               scene.moment().history().referentOf(event.object) == object &&
               scene.kindOf(scene.lexicon().slot(event.slot()).owner) == ObjectKind::Dict;
    });
}

/// What the object's death did to those that only watched it: names of references that now give None, rows.
struct Aftermath
{
    std::vector<Phrase> cleared;
    bool rowEvicted = false;
    bool rowExpired = false;
};

void addReference(ObjectId reference, const Scene &scene, Aftermath &after)
{
    for (const HolderUnit &unit : holdersOf(reference, scene.now(), scene.lexicon())) {
        if (unit.owner && scene.kindOf(unit.owner) == ObjectKind::Dict)
            after.rowExpired = true;
        else
            after.cleared.push_back(holderPhrase(unit.holder, scene.lexicon()));
    }
}

Aftermath aftermathOf(ObjectId object, const Scene &scene)
{
    Aftermath after;
    for (const Event &event : scene.statement()) {
        if (event.kind != EventKind::Clear || event.object != object)
            continue;
        const ObjectId owner = scene.lexicon().slot(event.slot()).owner;
        if (scene.kindOf(owner) == ObjectKind::WeakReference)
            addReference(owner, scene, after);
        else if (!scene.now().slot(event.slot()).filled())
            after.rowEvicted = true;
        else
            after.rowExpired = true;
    }
    return after;
}

Sentence lastHolder(const Phrase &holder, const Phrase &dead, std::size_t more, const Death &death,
                    const Scene &scene)
{
    if (evictedIn(scene.statement(), death.object))
        return say(Template::LastHolderEvicted, {holder, dead});
    if (more == 1)
        return say(Template::LastHolderOneMore, {holder, dead, number(more)});
    if (more > 1)
        return say(Template::LastHolderMore, {holder, dead, number(more)});
    if (death.finalize && rowTakenIn(scene.statement(), death.object, scene))
        return say(Template::LastHolderDelRemovedRow, {holder, dead});
    const Aftermath after = aftermathOf(death.object, scene);
    if (after.rowEvicted || rowTakenIn(scene.own(), death.object, scene))
        return say(Template::LastHolderRowEvicted, {holder, dead});
    if (after.cleared.size() == 1)
        return say(Template::LastHolderRefClears, {holder, dead, after.cleared[0]});
    if (after.cleared.size() == 2)
        return say(Template::LastHolderRefsClear,
                   {holder, dead, {fillWhole(Template::ListTwo, {after.cleared[0], after.cleared[1]})}});
    if (after.cleared.size() > 2)
        return say(Template::LastHolderRefsClear,
                   {holder,
                    dead,
                    {fillWhole(Template::ListMore,
                               {after.cleared[0], after.cleared[1], number(after.cleared.size() - 2)})}});
    if (after.rowExpired)
        return say(Template::LastHolderRowExpired, {holder, dead});
    return say(Template::LastHolder, {holder, dead});
}

Sentence nobodyHeld(const Phrase &dead, std::size_t more, bool born)
{
    if (more == 1)
        return say(Template::NobodyHeldOneMore, {dead, number(more)});
    if (more > 1)
        return say(Template::NobodyHeldMore, {dead, number(more)});
    return say(born ? Template::BornAndDead : Template::NobodyHeld, {dead});
}

/// A living object that was made for the same key as the dead one, and that no row leads to any more.
ObjectId lostTwin(ObjectId dead, const Scene &scene)
{
    const Moment &moment = scene.moment();
    for (const KeyRef place : moment.history().contested()) {
        const std::span<const History::Keyed> stored = moment.history().keyed(place);
        const auto isDead = [dead](const History::Keyed &one) { return one.object == dead; };
        if (std::none_of(stored.begin(), stored.end(), isDead))
            continue;
        for (const History::Keyed &one : stored)
            if (scene.now().alive(one.object) && scene.now().object(one.object).weak == 0)
                return one.object;
    }
    return {};
}

} // namespace

namespace {

/// "KeyError: 'a'", as opposed to the sentence that a run ends with at a limit: a class has no blank in its
/// name.
bool isException(std::string_view raised)
{
    return raised.substr(0, raised.find(':')).find(' ') == std::string_view::npos;
}

} // namespace

std::optional<Sentence> faultVoice(const Scene &scene)
{
    if (const TextId raised = scene.step().raised) {
        const bool thrown = isException(scene.lexicon().text(raised));
        return say(thrown ? Template::Raises : Template::Stopped, {textPhrase(raised, scene.lexicon())});
    }
    if (const Event *unraisable = scene.lastOwn(EventKind::Unraisable))
        return say(Template::Unraisable, {textPhrase(unraisable->otherText(), scene.lexicon())});
    return std::nullopt;
}

std::optional<Sentence> collectorVoice(const Scene &scene)
{
    if (!scene.ranCollector() || dyingSelf(scene.now(), scene.lexicon()))
        return std::nullopt;
    const std::vector<ObjectId> dead = deadIn(scene.statement(), scene);
    if (dead.empty())
        return say(Template::CollectedNothing, {});
    if (dead.size() > 1)
        return say(Template::CollectedMany, {number(dead.size())});
    if (const ObjectId twin = lostTwin(dead[0], scene))
        return say(Template::CollectedOneLostTwin, {scene.object(dead[0]), scene.object(twin)});
    return say(Template::CollectedOne, {scene.object(dead[0])});
}

std::optional<Sentence> deathVoice(const Scene &scene)
{
    const std::vector<ObjectId> dead = deadIn(scene.own(), scene);
    const ObjectId object = firstToGo(dead, scene);
    if (!object)
        return std::nullopt;
    const std::uint64_t end = scene.moment().firstEvent() + scene.own().size();
    const std::optional<Death> death =
        deathOf(object, end, scene.moment().timeline(), scene.moment().history());
    const std::size_t more = dead.size() - 1;
    const bool named =
        death && (death->lastHolder.kind == Holder::Name || death->lastHolder.kind == Holder::Slot);
    if (!named)
        return nobodyHeld(scene.object(object), more, scene.bornInStatement(object));
    return lastHolder(holderPhrase(death->lastHolder, scene.lexicon()), scene.object(object), more, *death,
                      scene);
}

std::optional<Sentence> dyingVoice(const Scene &scene)
{
    const Event *finalize = scene.lastOwn(EventKind::Finalize);
    if (!finalize || !scene.now().object(finalize->object).finalizing)
        return std::nullopt;
    const std::uint32_t watchers = scene.now().object(finalize->object).weak;
    const Template which = watchers == 0   ? Template::Dying
                           : watchers == 1 ? Template::DyingWatchedOnce
                                           : Template::DyingWatched;
    return say(which, {scene.object(finalize->object)});
}

std::optional<Sentence> callbackVoice(const Scene &scene)
{
    const Event *callback = scene.lastOwn(EventKind::Callback);
    if (!callback)
        return std::nullopt;
    const std::vector<HolderUnit> holders = holdersOf(callback->object, scene.before(), scene.lexicon());
    const Phrase reference =
        holders.empty() ? scene.object(callback->object) : holderPhrase(holders[0].holder, scene.lexicon());
    return say(Template::EventCallback,
               {reference, scene.object(scene.moment().history().referentOf(callback->object))});
}

std::optional<Sentence> resurrectionVoice(const Scene &scene)
{
    const Event *resurrect = scene.lastOwn(EventKind::Resurrect);
    if (!resurrect)
        return std::nullopt;
    const std::vector<HolderUnit> holders = holdersOf(resurrect->object, scene.now(), scene.lexicon());
    if (holders.empty())
        return say(Template::ResurrectedUnnamed, {scene.object(resurrect->object)});
    return say(Template::Resurrected,
               {scene.object(resurrect->object), holderPhrase(holders[0].holder, scene.lexicon())});
}

} // namespace tetherscope
