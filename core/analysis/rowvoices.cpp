#include "analysis/scene.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// Rows of containers that were emptied in this step; a reference that was cleared, or an attribute, is none.
std::vector<GoingSlot> rowsGone(const Scene &scene)
{
    std::vector<GoingSlot> rows;
    for (const GoingSlot &going : scene.marks().goingSlots) {
        const ObjectKind owner = scene.kindOf(scene.lexicon().slot(going.slot).owner);
        const bool container =
            owner == ObjectKind::Dict || owner == ObjectKind::Set || owner == ObjectKind::Other;
        if (going.row && container && !scene.now().slot(going.slot).filled())
            rows.push_back(going);
    }
    return rows;
}

Phrase keyOf(const GoingSlot &going, const Scene &scene)
{
    return keyPhrase({going.slot, {}}, scene.lexicon());
}

Sentence ownRowGone(const GoingSlot &going, const Scene &scene)
{
    const bool reference = going.target != going.row;
    if (reference && !scene.now().alive(going.target))
        return say(Template::RowGoesWithRef, {keyOf(going, scene), scene.object(going.target)});
    return say(Template::RowGoes, {keyOf(going, scene)});
}

Sentence rowRemoved(const GoingSlot &going, const Scene &scene)
{
    if (!scene.now().alive(going.row))
        return say(Template::RowOfDeadRemoved, {keyOf(going, scene), scene.object(going.row)});
    const HolderList holders = holderList(going.row, scene.now(), scene.lexicon());
    if (holders.count == 0)
        return say(Template::RowRemovedUnheld, {keyOf(going, scene), scene.object(going.row)});
    return say(holders.count == 1 ? Template::RowRemovedOneHolder : Template::RowRemoved,
               {keyOf(going, scene), scene.object(going.row), holders.phrase});
}

Sentence emptied(const std::vector<GoingSlot> &rows, ObjectId container, const Scene &scene)
{
    const Phrase what = plain(std::string(scene.lexicon().typeName(container)));
    const HolderList holders = holderList(rows[0].row, scene.now(), scene.lexicon());
    if (rows.size() > 1 || holders.count == 0)
        return say(Template::EmptiedMany, {what, number(rows.size())});
    return say(holders.count == 1 ? Template::EmptiedOneHolder : Template::Emptied,
               {what, scene.object(rows[0].row), holders.phrase});
}

/// The newcomer of a group whose members share a key, if this statement stored it there and is now done with
/// it.
const SameKey *groupJoined(const Scene &scene, ObjectId &newcomer)
{
    for (const SameKey &group : scene.marks().sameKeys) {
        newcomer = group.objects.back();
        const bool outermost = scene.step().depth == 0 || !scene.bornInStep(newcomer);
        if (scene.bornInStatement(newcomer) && outermost &&
            !holdersOf(newcomer, scene.now(), scene.lexicon()).empty())
            return &group;
    }
    return nullptr;
}

} // namespace

std::optional<Sentence> wrongRowVoice(const Scene &scene)
{
    for (const GoingSlot &going : rowsGone(scene)) {
        if (!going.wrong() || !scene.now().alive(going.row))
            continue;
        const Phrase dying = scene.object(going.removedBy);
        const Phrase owner = scene.object(going.row);
        const Sentence whole{fillWhole(Template::WrongRowLost, {dying, keyOf(going, scene), owner})};
        if (textLength(whole.text()) <= maxSentenceLength)
            return whole;
        return say(Template::WrongRow, {dying, keyOf(going, scene), owner});
    }
    return std::nullopt;
}

std::optional<Sentence> sharedKeyVoice(const Scene &scene)
{
    ObjectId newcomer;
    const SameKey *group = groupJoined(scene, newcomer);
    if (!group)
        return std::nullopt;
    const ObjectId older = group->objects[group->objects.size() - 2];
    if (!scene.moment().unreachableNow(older))
        return say(Template::MissThoughAlive, {scene.object(newcomer), scene.object(older)});
    const Phrase type = plain(std::string(scene.lexicon().typeName(newcomer)));
    const Phrase key = keyPhrase(group->place, scene.lexicon());
    if (group->objects.size() == 2)
        return say(Template::MissTwoShare, {scene.object(newcomer), type, key});
    return say(Template::MissManyShare, {scene.object(newcomer), type, key, number(group->objects.size())});
}

std::optional<Sentence> rowGoneVoice(const Scene &scene)
{
    const std::vector<GoingSlot> rows = rowsGone(scene);
    if (rows.empty())
        return std::nullopt;
    if (rows[0].removedBy == rows[0].row)
        return ownRowGone(rows[0], scene);
    const ObjectId container = scene.lexicon().slot(rows[0].slot).owner;
    const bool oneKey = scene.step().kind == StatementKind::Delete || !scene.now().alive(rows[0].row);
    if (!oneKey && scene.now().filledSlots(container).empty())
        return emptied(rows, container, scene);
    return rowRemoved(rows[0], scene);
}

std::optional<Sentence> referenceDiedVoice(const Scene &scene)
{
    for (const Event &event : scene.own()) {
        const bool lastRelease = event.kind == EventKind::Release && event.strong == 0 &&
                                 (event.holderKind == Holder::Name || event.holderKind == Holder::Slot);
        if (!lastRelease || scene.kindOf(event.object) != ObjectKind::WeakReference ||
            scene.bornInStep(event.object))
            continue;
        const Phrase holder = holderPhrase({event.holderKind, event.subject}, scene.lexicon());
        const ObjectId referent = scene.moment().history().referentOf(event.object);
        if (!scene.now().alive(referent))
            return say(Template::RefDied, {holder, scene.object(event.object)});
        return say(Template::RefDiedCountStays, {holder, scene.object(event.object), scene.object(referent),
                                                 number(scene.countNow(referent))});
    }
    return std::nullopt;
}

} // namespace tetherscope
