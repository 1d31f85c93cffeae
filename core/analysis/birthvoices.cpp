#include "analysis/scene.h"

#include <algorithm>

namespace tetherscope {

namespace {

std::uint32_t stepOf(std::uint32_t event, const Scene &scene)
{
    return scene.moment().timeline().positionOfEvent(event + 1).step;
}

/// The dead object that stood under the newborn's key before; empty if there is none.
ObjectId deadPredecessor(ObjectId newborn, EntryId entry, const Scene &scene)
{
    ObjectId previous;
    for (const History::Keyed &one : scene.moment().history().keyed({{}, entry})) {
        if (one.object == newborn)
            break;
        previous = one.object;
    }
    return scene.now().alive(previous) ? ObjectId{} : previous;
}

Sentence missSentence(const Event &create, const Scene &scene)
{
    const ObjectId previous = deadPredecessor(create.object, create.entry(), scene);
    if (!previous)
        return say(Template::Miss, {scene.object(create.object)});
    const std::uint32_t died = stepOf(scene.moment().history().eventsOf(previous).back(), scene);
    return say(Template::MissSameKey, {scene.object(create.object), scene.object(previous), number(died)});
}

/// Objects that were born in this step and live, in order; references have sentences of their own.
std::vector<ObjectId> newborns(const Scene &scene)
{
    std::vector<ObjectId> born;
    for (const ObjectId object : scene.marks().newObjects)
        if (scene.kindOf(object) != ObjectKind::WeakReference && !scene.broughtIntoView(object))
            born.push_back(object);
    return born;
}

/// A newborn that a plain call put into a name of the module: the simplest birth there is.
bool isPlainBirth(const Event &bind, std::span<const Event> own, const Lexicon &lexicon)
{
    if (bind.kind != EventKind::Bind || !bind.object ||
        lexicon.scope(lexicon.name(bind.name()).scope).kind != ScopeKind::Module ||
        lexicon.object(bind.object).kind != ObjectKind::Instance)
        return false;
    return std::any_of(own.begin(), own.end(), [&bind](const Event &event) {
        return event.kind == EventKind::Create && event.object == bind.object && !event.entry();
    });
}

bool hasPlainBirth(std::span<const Event> own, const Lexicon &lexicon)
{
    return std::any_of(own.begin(), own.end(),
                       [&](const Event &event) { return isPlainBirth(event, own, lexicon); });
}

/// No step before this one had a plain birth. Walks the run's events up to its first such step.
bool isFirstPlainBirth(const Scene &scene)
{
    const Timeline &timeline = scene.moment().timeline();
    for (std::uint32_t step = 1; step < scene.moment().position().step; ++step)
        if (hasPlainBirth(timeline.events(step), scene.lexicon()))
            return false;
    return true;
}

/// The newborn that the statement was about: the one it gave a name, else the first instance, else the first.
ObjectId mainNewborn(const std::vector<ObjectId> &born, const Scene &scene)
{
    for (const NameId name : scene.assigned()) {
        const ObjectId object = scene.now().binding(name).object;
        if (std::find(born.begin(), born.end(), object) != born.end())
            return object;
    }
    const auto instance = std::find_if(born.begin(), born.end(), [&scene](ObjectId object) {
        return scene.kindOf(object) == ObjectKind::Instance;
    });
    return instance == born.end() ? born.front() : *instance;
}

Sentence birthSentence(ObjectId object, const Scene &scene)
{
    const std::vector<HolderUnit> holders = holdersOf(object, scene.now(), scene.lexicon());
    if (holders.empty())
        return say(Template::Born, {scene.object(object)});
    const Phrase holder = holderPhrase(holders[0].holder, scene.lexicon());
    const bool lone = scene.countNow(object) == 1 && holders.size() == 1 && scene.step().depth == 0;
    if (lone && hasPlainBirth(scene.own(), scene.lexicon()) && isFirstPlainBirth(scene))
        return say(Template::FirstHolder, {holder, scene.object(object)});
    return say(Template::BornHeld, {scene.object(object), holder});
}

Sentence foundAndTaken(const Phrase &key, NameId taker, ObjectId found, const Scene &scene)
{
    const bool rises = scene.countNow(found) > scene.countBefore(found);
    if (!rises || scene.kindOf(found) == ObjectKind::WeakReference)
        return say(Template::LookupHitBinds, {key, scene.name(taker), scene.object(found)});
    return say(Template::LookupHitBindsToo,
               {key, scene.name(taker), scene.object(found), number(scene.countBefore(found)),
                number(scene.countNow(found))});
}

} // namespace

std::optional<Sentence> birthVoice(const Scene &scene)
{
    for (const Event &event : scene.own())
        if (event.kind == EventKind::Create && event.entry() && scene.now().alive(event.object))
            return missSentence(event, scene);
    const std::vector<ObjectId> born = newborns(scene);
    if (born.empty())
        return std::nullopt;
    const ObjectId object = mainNewborn(born, scene);
    const bool minor = scene.kindOf(object) > ObjectKind::Tuple;
    if (minor && holdersOf(object, scene.now(), scene.lexicon()).empty())
        return std::nullopt;
    return birthSentence(object, scene);
}

std::optional<Sentence> hitVoice(const Scene &scene)
{
    for (const Event &event : scene.own()) {
        if (event.kind != EventKind::Acquire || !event.entry() || !scene.now().alive(event.object))
            continue;
        const HolderList holders = holderList(event.object, scene.now(), scene.lexicon());
        if (holders.count == 0)
            return say(Template::HitUnheld, {scene.object(event.object)});
        return say(holders.count == 1 ? Template::HitOneHolder : Template::Hit,
                   {scene.object(event.object), holders.phrase});
    }
    return std::nullopt;
}

std::optional<Sentence> lookupVoice(const Scene &scene)
{
    const Event *lookup = scene.lastOwn(EventKind::Lookup);
    if (!lookup || scene.step().kind == StatementKind::Delete)
        return std::nullopt;
    const Phrase key = textPhrase(lookup->text, scene.lexicon());
    const NameId taker = scene.assigned().empty() ? NameId{} : scene.assigned()[0];
    const Binding taken = scene.now().binding(taker);
    if (const ObjectId found = lookup->otherObject()) {
        if (taken.object == found)
            return foundAndTaken(key, taker, found, scene);
        return taken.object ? std::nullopt : std::optional(say(Template::LookupHit, {key}));
    }
    if (scene.now().slot(rowOf(lookup->object, scene.lexicon().text(lookup->text), scene.lexicon())).filled())
        return std::nullopt; // a plain value stands there
    if (taken.value)
        return say(Template::LookupMissBinds,
                   {key, scene.name(taker), textPhrase(taken.value, scene.lexicon())});
    return say(Template::LookupMiss, {key});
}

std::optional<Sentence> classVoice(const Scene &scene)
{
    if (scene.step().kind != StatementKind::Class)
        return std::nullopt;
    if (const Event *cache = scene.lastOwn(EventKind::CacheMade))
        return say(Template::ClassKeepsCache,
                   {code(std::string(scene.lexicon().text(scene.lexicon().cache(cache->cache()).name)))});
    for (const NameId name : scene.marks().newNames) {
        const ScopeInfo &scope = scene.lexicon().scope(scene.lexicon().name(name).scope);
        const ObjectId kept = scene.now().binding(name).object;
        if (scope.kind != ScopeKind::Class || !kept)
            continue;
        const Template which =
            scene.now().filledSlots(kept).empty() ? Template::ClassKeepsEmpty : Template::ClassKeeps;
        return say(which, {code(std::string(scene.lexicon().text(scope.name))),
                           plain(std::string(scene.lexicon().typeName(kept))), scene.name(name)});
    }
    return std::nullopt;
}

} // namespace tetherscope
