#include "analysis/cycle.h"
#include "analysis/scene.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// The object that a release in this step left unreachable, and who let go of it.
const Event *strandingRelease(const Scene &scene)
{
    for (const Event &event : scene.own())
        if (event.kind == EventKind::Release && event.strong > 0 &&
            scene.moment().unreachableNow(event.object) && !scene.moment().unreachableBefore(event.object))
            return &event;
    return nullptr;
}

Sentence strandedByItself(const Event &release, bool named, const Scene &scene)
{
    const Phrase object = scene.object(release.object);
    const Phrase from = number(std::max(scene.countBefore(release.object), release.before));
    const Phrase to = number(scene.countNow(release.object));
    if (!named)
        return say(Template::UnreachableByItselfUnnamed, {object, from, to});
    return say(Template::UnreachableByItself,
               {holderPhrase({release.holderKind, release.subject}, scene.lexicon()), object, from, to});
}

/// The name that holds a weak reference and that the statement calls by name: "o_ref" of "o_ref()".
Phrase calledReference(ObjectId reference, const Scene &scene)
{
    const std::vector<NameId> written = namesIn(scene.step(), {reference}, scene.now(), scene.lexicon());
    if (!written.empty())
        return scene.name(written[0]);
    const std::vector<HolderUnit> holders = holdersOf(reference, scene.now(), scene.lexicon());
    if (!holders.empty() && !holders[0].owner)
        return holderPhrase(holders[0].holder, scene.lexicon());
    return scene.object(reference);
}

bool isAssigned(NameId name, const Scene &scene)
{
    const std::vector<NameId> &assigned = scene.assigned();
    return std::find(assigned.begin(), assigned.end(), name) != assigned.end();
}

/// Names that got an object in this step and not by a call's parameters: the assigned ones first.
std::vector<NameId> gainingNames(const Scene &scene)
{
    std::vector<NameId> names = scene.assigned();
    for (const NameId name : scene.marks().newNames)
        if (!isAssigned(name, scene) && !scene.boundByCall(name))
            names.push_back(name);
    std::erase_if(names, [&scene](NameId name) { return !scene.now().binding(name).object; });
    return names;
}

std::vector<SlotId> gainingSlots(const Scene &scene)
{
    std::vector<SlotId> slots;
    for (const SlotId slot : scene.marks().newSlots) {
        const ObjectId held = scene.now().slot(slot).object;
        if (scene.lexicon().slot(slot).strength == SlotStrength::Strong && !scene.bornInStep(held) &&
            !scene.bornInStep(scene.lexicon().slot(slot).owner))
            slots.push_back(slot);
    }
    return slots;
}

/// The container whose rows are all that watches the object; empty if something else does, or nothing.
ObjectId onlyWatchingContainer(ObjectId object, std::size_t &rowCount, const Scene &scene)
{
    const std::vector<SlotId> rows = containerRowsOf(object, scene.now(), scene.lexicon());
    rowCount = rows.size();
    if (rows.empty() || rows.size() != scene.now().object(object).weak)
        return {};
    return scene.lexicon().slot(rows[0]).owner;
}

/// Born in an inner step of this statement, and only now in the hands of who asked for it.
Sentence arrives(const Phrase &holder, ObjectId object, const Scene &scene)
{
    std::size_t rows = 0;
    const ObjectId container = onlyWatchingContainer(object, rows, scene);
    if (!container)
        return say(Template::Holds, {holder, scene.object(object)});
    return say(rows == 1 ? Template::HoldsWatchedByRow : Template::HoldsWatchedByRows,
               {holder, scene.object(object), number(scene.countNow(object)),
                plain(std::string(scene.lexicon().typeName(container)))});
}

/// A plain copy of a name, where a look-up might have been expected.
bool couldHaveLookedUp(ObjectId object, const Scene &scene)
{
    const std::string_view source = scene.lexicon().text(scene.step().source);
    const bool cached = !containerRowsOf(object, scene.now(), scene.lexicon()).empty() ||
                        !rowsOf(object, scene.now(), scene.lexicon()).empty();
    return cached && source.find('(') == std::string_view::npos && !scene.inStatement(EventKind::Lookup);
}

Sentence gains(const Phrase &holder, ObjectId object, ObjectId previous, const Scene &scene)
{
    if (previous && previous != object)
        return say(Template::Swaps, {holder, scene.object(previous), scene.object(object)});
    if (scene.bornInStatement(object))
        return arrives(holder, object, scene);
    const std::uint32_t from = scene.countBefore(object);
    const std::uint32_t to = scene.countNow(object);
    if (to <= from)
        return say(Template::Holds, {holder, scene.object(object)});
    return say(couldHaveLookedUp(object, scene) ? Template::HoldsTooNoLookup : Template::HoldsToo,
               {holder, scene.object(object), number(from), number(to)});
}

Sentence slotGains(SlotId slot, const Scene &scene)
{
    const ObjectId object = scene.now().slot(slot).object;
    if (scene.lexicon().slot(slot).owner == object)
        return say(Template::HoldsItself,
                   {scene.object(object), code(std::string(scene.lexicon().slotText(slot))),
                    number(scene.countBefore(object)), number(scene.countNow(object))});
    return gains(scene.slot(slot), object, scene.before().slot(slot).object, scene);
}

std::optional<Sentence> letsGo(const Phrase &holder, ObjectId object, const Scene &scene)
{
    if (!object || !scene.now().alive(object) || scene.countNow(object) >= scene.countBefore(object))
        return std::nullopt;
    const Phrase from = number(scene.countBefore(object));
    const Phrase to = number(scene.countNow(object));
    const HolderList left = holderList(object, scene.now(), scene.lexicon());
    if (left.count == 0)
        return say(Template::LetsGoCount, {holder, scene.object(object), from, to});
    return say(left.count == 1 ? Template::LetsGoOneHolder : Template::LetsGo,
               {holder, scene.object(object), from, to, left.phrase});
}

/// A member of a WeakSet, or the object of a finalizer, is stored under no key.
Sentence storedWeakly(SlotId row, ObjectId object, const Scene &scene)
{
    if (!scene.lexicon().slotText(row).starts_with('['))
        return say(Template::WatchesToo, {scene.object(scene.lexicon().slot(row).owner), scene.object(object),
                                          number(scene.countNow(object))});
    return say(Template::StoredWeakly,
               {scene.object(object), keyPhrase({row, {}}, scene.lexicon()), number(scene.countNow(object))});
}

} // namespace

std::optional<Sentence> unreachableVoice(const Scene &scene)
{
    const Event *release = strandingRelease(scene);
    if (!release)
        return std::nullopt;
    const bool named = release->holderKind == Holder::Name || release->holderKind == Holder::Slot;
    const std::size_t size = cycleSize(release->object, scene.now(), scene.lexicon());
    if (size == 1)
        return strandedByItself(*release, named, scene);
    const Phrase object = scene.object(release->object);
    if (size == 0)
        return say(Template::UnreachableByUnreachable, {object});
    if (!named)
        return say(Template::UnreachableByCycleUnnamed, {object, number(size)});
    return say(
        Template::UnreachableByCycle,
        {holderPhrase({release->holderKind, release->subject}, scene.lexicon()), object, number(size)});
}

std::optional<Sentence> dereferenceVoice(const Scene &scene)
{
    const Event *call = scene.lastOwn(EventKind::Dereference);
    if (!call)
        return std::nullopt;
    const Phrase reference = calledReference(call->object, scene);
    const ObjectId found = call->otherObject();
    if (!found)
        return say(Template::DereferencedDead,
                   {reference, scene.object(scene.moment().history().referentOf(call->object))});
    for (const NameId name : scene.assigned())
        if (scene.now().binding(name).object == found && scene.countNow(found) > scene.countBefore(found))
            return say(Template::Dereferenced,
                       {reference, scene.object(found), scene.name(name), number(scene.countBefore(found)),
                        number(scene.countNow(found))});
    return say(Template::DereferencedUnbound, {reference, scene.object(found)});
}

std::optional<Sentence> gainVoice(const Scene &scene)
{
    for (const NameId name : gainingNames(scene)) {
        const ObjectId object = scene.now().binding(name).object;
        const bool newReference =
            scene.kindOf(object) == ObjectKind::WeakReference && scene.bornInStep(object);
        if (!newReference && !scene.broughtIntoView(object))
            return gains(scene.name(name), object, scene.heldBefore(name), scene);
    }
    const std::vector<SlotId> slots = gainingSlots(scene);
    return slots.empty() ? std::nullopt : std::optional(slotGains(slots[0], scene));
}

std::optional<Sentence> lossVoice(const Scene &scene)
{
    for (const GoingName &going : scene.marks().goingNames)
        if (std::optional<Sentence> sentence = letsGo(scene.name(going.name), going.target, scene))
            return sentence;
    for (const GoingSlot &going : scene.marks().goingSlots)
        if (scene.lexicon().slot(going.slot).strength == SlotStrength::Strong)
            if (std::optional<Sentence> sentence = letsGo(scene.slot(going.slot), going.target, scene))
                return sentence;
    return std::nullopt;
}

namespace {

/// A new reference whose object died in the step that made it, as a bound method does.
std::optional<Sentence> deadReference(const Scene &scene)
{
    for (const Event &event : scene.own()) {
        if (event.kind != EventKind::Weaken || !scene.now().slot(event.slot()).dead)
            continue;
        const ObjectId reference = scene.lexicon().slot(event.slot()).owner;
        const std::vector<HolderUnit> holders = holdersOf(reference, scene.now(), scene.lexicon());
        if (scene.kindOf(reference) == ObjectKind::WeakReference && !holders.empty())
            return say(Template::IsDeadReference,
                       {holderPhrase(holders[0].holder, scene.lexicon()), scene.object(event.object)});
    }
    return std::nullopt;
}

} // namespace

std::optional<Sentence> weakReferenceVoice(const Scene &scene)
{
    for (const SlotId slot : scene.marks().newSlots) {
        const ObjectId object = scene.now().slot(slot).object;
        const ObjectId owner = scene.lexicon().slot(slot).owner;
        if (scene.lexicon().slot(slot).strength == SlotStrength::Strong)
            continue;
        if (scene.kindOf(owner) != ObjectKind::WeakReference)
            return storedWeakly(slot, object, scene);
        const std::vector<HolderUnit> holders = holdersOf(owner, scene.now(), scene.lexicon());
        if (holders.empty())
            continue;
        if (holders[0].owner && scene.kindOf(holders[0].owner) == ObjectKind::Dict)
            return storedWeakly({holders[0].holder.id}, object, scene);
        return say(Template::IsWeakReference, {holderPhrase(holders[0].holder, scene.lexicon()),
                                               scene.object(object), number(scene.countNow(object))});
    }
    return deadReference(scene);
}

} // namespace tetherscope
