#include "analysis/scene.h"

#include "analysis/death.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// One event just done, and the graph right after it.
struct EventScene
{
    const Moment &moment;
    const Event &event;

    const Lexicon &lexicon() const { return moment.lexicon(); }
    const ObjectGraph &now() const { return moment.now(); }
    Phrase object() const { return objectPhrase(event.object, lexicon()); }
    Phrase holder() const { return holderPhrase({event.holderKind, event.subject}, lexicon()); }
    Phrase slot() const { return slotPhrase(event.slot(), lexicon()); }
    Phrase from() const { return number(event.before); }
    Phrase to() const { return number(event.strong); }
};

Sentence createSentence(const EventScene &scene)
{
    return say(scene.event.entry() ? Template::EventMiss : Template::Born, {scene.object()});
}

Sentence acquireSentence(const EventScene &scene)
{
    if (scene.event.entry())
        return say(Template::EventHit, {scene.object(), scene.from(), scene.to()});
    switch (scene.event.holderKind) {
    case Holder::Name:
        return say(Template::EventAcquireName, {scene.holder(), scene.object(), scene.from(), scene.to()});
    case Holder::Slot:
        return say(Template::EventAcquireSlot, {scene.holder(), scene.object(), scene.from(), scene.to()});
    case Holder::Argument:
        return say(Template::EventAcquireArgument, {scene.object(), scene.from(), scene.to()});
    case Holder::ReturnValue:
        return say(Template::EventAcquireReturn, {scene.object(), scene.from(), scene.to()});
    case Holder::InFlight:
        break;
    }
    return say(Template::EventAcquireInFlight, {scene.object(), scene.from(), scene.to()});
}

Sentence releaseSentence(const EventScene &scene)
{
    if (scene.event.strong == 0)
        return say(Template::EventLastRelease, {scene.object(), scene.from()});
    if (scene.event.holderKind == Holder::Name || scene.event.holderKind == Holder::Slot)
        return say(Template::EventRelease, {scene.holder(), scene.object(), scene.from(), scene.to()});
    return say(
        Template::EventReleaseInFlight,
        {scene.object(), plain(std::string(stubLabel(scene.event.holderKind))), scene.from(), scene.to()});
}

Sentence bindSentence(const EventScene &scene)
{
    const Phrase name = namePhrase(scene.event.name(), scene.lexicon());
    if (!scene.event.object)
        return say(Template::NameIs, {name, textPhrase(scene.event.text, scene.lexicon())});
    return say(Template::Holds, {name, scene.object()});
}

Sentence unlinkSentence(const EventScene &scene)
{
    if (!scene.event.object)
        return say(Template::EventSlotEmptied, {scene.slot()});
    const bool row =
        scene.lexicon().object(scene.lexicon().slot(scene.event.slot()).owner).kind == ObjectKind::Dict;
    const bool reference = bool(scene.moment.history().referentOf(scene.event.object));
    const bool lastUnit = scene.now().object(scene.event.object).strong == 1;
    if (row && reference && lastUnit)
        return say(Template::EventRowRemovedByKey, {});
    return say(Template::EventSlotLetsGo, {scene.slot(), scene.object()});
}

Sentence itemSentence(const EventScene &scene)
{
    if (!scene.event.text)
        return say(Template::ItemGone, {scene.slot()});
    return say(Template::ItemIs, {scene.slot(), textPhrase(scene.event.text, scene.lexicon())});
}

/// The object whose __del__ this call was; empty for any other call. Its name `self` is still bound.
ObjectId selfOfDel(ScopeId scope, const EventScene &scene)
{
    if (shortFunctionName(scope, scene.lexicon()) != "__del__")
        return {};
    for (const NameId name : scene.lexicon().namesOf(scope))
        if (const ObjectId self = scene.now().binding(name).object; scene.now().object(self).finalizing)
            return self;
    return {};
}

Sentence returnSentence(const EventScene &scene)
{
    const ObjectId self = selfOfDel(scene.event.scope(), scene);
    if (!self)
        return say(Template::EventReturn, {code(shortFunctionName(scene.event.scope(), scene.lexicon()))});
    const std::uint64_t done = scene.moment.firstEvent() + scene.moment.position().events;
    const std::optional<Death> death = deathOf(self, done, scene.moment.timeline(), scene.moment.history());
    const bool kept = death && death->resurrect;
    return say(kept ? Template::EventDelDoneKept : Template::EventDelDone,
               {objectPhrase(self, scene.lexicon())});
}

Sentence weakenSentence(const EventScene &scene)
{
    return say(Template::EventWeaken,
               {scene.slot(), scene.object(), number(scene.now().object(scene.event.object).strong)});
}

Sentence callbackSentence(const EventScene &scene)
{
    const ObjectId referent = scene.moment.history().referentOf(scene.event.object);
    return say(Template::EventCallback, {scene.object(), objectPhrase(referent, scene.lexicon())});
}

Sentence resurrectSentence(const EventScene &scene)
{
    const std::vector<HolderUnit> holders = holdersOf(scene.event.object, scene.now(), scene.lexicon());
    if (holders.empty())
        return say(Template::ResurrectedUnnamed, {scene.object()});
    return say(Template::Resurrected, {scene.object(), holderPhrase(holders[0].holder, scene.lexicon())});
}

Sentence lookupSentence(const EventScene &scene)
{
    const Phrase key = textPhrase(scene.event.text, scene.lexicon());
    if (const ObjectId found = scene.event.otherObject())
        return say(Template::EventLookupHit, {key, objectPhrase(found, scene.lexicon())});
    return say(Template::EventLookupMiss, {key});
}

Sentence dereferenceSentence(const EventScene &scene)
{
    if (const ObjectId found = scene.event.otherObject())
        return say(Template::DereferencedUnbound, {scene.object(), objectPhrase(found, scene.lexicon())});
    const ObjectId referent = scene.moment.history().referentOf(scene.event.object);
    return say(Template::DereferencedDead, {scene.object(), objectPhrase(referent, scene.lexicon())});
}

Sentence identitySentence(const EventScene &scene)
{
    if (scene.event.flag)
        return say(Template::EventSame, {scene.object()});
    return say(Template::EventDifferent,
               {scene.object(), objectPhrase(scene.event.otherObject(), scene.lexicon())});
}

Sentence countChangeSentence(const EventScene &scene)
{
    switch (scene.event.kind) {
    case EventKind::Create:
        return createSentence(scene);
    case EventKind::Acquire:
        return acquireSentence(scene);
    case EventKind::Release:
        return releaseSentence(scene);
    case EventKind::Evict:
        return say(Template::EventEvict,
                   {keyPhrase({{}, scene.event.entry()}, scene.lexicon()), scene.object()});
    case EventKind::Free:
        return say(Template::EventFree, {scene.object()});
    case EventKind::Finalize:
        return say(Template::EventFinalize, {scene.object()});
    case EventKind::Resurrect:
        return resurrectSentence(scene);
    default:
        return say(Template::EventCollect, {number(scene.event.number())});
    }
}

Sentence placeChangeSentence(const EventScene &scene)
{
    switch (scene.event.kind) {
    case EventKind::Bind:
        return bindSentence(scene);
    case EventKind::Unbind:
        return say(Template::EventNameGone, {namePhrase(scene.event.name(), scene.lexicon())});
    case EventKind::Link:
        return say(Template::Holds, {scene.slot(), scene.object()});
    case EventKind::Unlink:
        return unlinkSentence(scene);
    case EventKind::Weaken:
        return weakenSentence(scene);
    case EventKind::Clear:
        return say(Template::EventClear, {scene.slot(), scene.object()});
    case EventKind::Callback:
        return callbackSentence(scene);
    default:
        return itemSentence(scene);
    }
}

Sentence programSentence(const EventScene &scene)
{
    switch (scene.event.kind) {
    case EventKind::Call:
        return say(Template::EventCall, {code(shortFunctionName(scene.event.scope(), scene.lexicon()))});
    case EventKind::Return:
        return returnSentence(scene);
    case EventKind::Raise:
        return say(Template::Raises, {textPhrase(scene.event.otherText(), scene.lexicon())});
    case EventKind::Unraisable:
        return say(Template::Unraisable, {textPhrase(scene.event.otherText(), scene.lexicon())});
    case EventKind::Print:
        return say(Template::Prints, {printedPhrase(scene.lexicon().text(scene.event.text))});
    case EventKind::Lookup:
        return lookupSentence(scene);
    case EventKind::Dereference:
        return dereferenceSentence(scene);
    case EventKind::Counted:
        return say(
            Template::EventCounted,
            {number(scene.event.number()), countedHolders(scene.event.object, scene.now(), scene.lexicon())});
    case EventKind::Identity:
        return identitySentence(scene);
    case EventKind::CacheMade:
        return say(
            Template::ClassKeepsCache,
            {code(std::string(scene.lexicon().text(scene.lexicon().cache(scene.event.cache()).name)))});
    default:
        return say(Template::EventLookedAt, {scene.object()});
    }
}

Sentence sentenceOf(const EventScene &scene)
{
    switch (scene.event.kind) {
    case EventKind::Create:
    case EventKind::Acquire:
    case EventKind::Release:
    case EventKind::Evict:
    case EventKind::Free:
    case EventKind::Finalize:
    case EventKind::Resurrect:
    case EventKind::Collect:
        return countChangeSentence(scene);
    case EventKind::Bind:
    case EventKind::Unbind:
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Callback:
    case EventKind::Item:
        return placeChangeSentence(scene);
    default:
        return programSentence(scene);
    }
}

} // namespace

Sentence eventSentenceAt(const Moment &moment)
{
    if (moment.events().empty())
        return sentenceAt(moment);
    return sentenceOf({moment, moment.events().back()});
}

} // namespace tetherscope
