#include "analysis/scene.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// The first object that the call which began in this step was given, under its parameter's name.
NameId borrowedName(const Scene &scene)
{
    for (const NameId name : scene.marks().newNames)
        if (scene.boundByCall(name) && scene.lexicon().name(name).scope == scene.step().scope &&
            scene.now().binding(name).object)
            return name;
    return {};
}

std::optional<Sentence> withBorrowed(Template which, const Scene &scene)
{
    const NameId name = borrowedName(scene);
    if (!name)
        return std::nullopt;
    return say(which, {code(shortFunctionName(scene.step().scope, scene.lexicon())),
                       scene.object(scene.now().binding(name).object), scene.name(name)});
}

/// The object on its way out of the call.
ObjectId returnedObject(const Scene &scene)
{
    for (const Event &event : scene.own())
        if (event.kind == EventKind::Acquire && event.holderKind == Holder::ReturnValue)
            return event.object;
    return {};
}

/// Once the call's own names are gone, nothing but the value on its way holds the object.
bool onlyTheCallHolds(ObjectId object, const Scene &scene)
{
    const std::vector<HolderUnit> holders = holdersOf(object, scene.now(), scene.lexicon());
    return std::all_of(holders.begin(), holders.end(), [&scene](const HolderUnit &unit) {
        return unit.holder.kind == Holder::Name &&
               scene.lexicon().name({unit.holder.id}).scope == scene.step().scope;
    });
}

SlotId changedItem(const Scene &scene)
{
    if (!scene.marks().changedValues.empty())
        return scene.marks().changedValues.front();
    return {};
}

} // namespace

std::optional<Sentence> passVoice(const Scene &scene)
{
    if (scene.step().kind != StatementKind::Pass)
        return std::nullopt;
    return withBorrowed(Template::BorrowsAndDoesNothing, scene);
}

std::optional<Sentence> returnVoice(const Scene &scene)
{
    if (scene.step().kind != StatementKind::Return)
        return std::nullopt;
    const Phrase function = code(shortFunctionName(scene.step().scope, scene.lexicon()));
    const ObjectId object = returnedObject(scene);
    if (!object)
        return say(Template::Returns, {function});
    return say(onlyTheCallHolds(object, scene) ? Template::ReturnsHeldByCall : Template::ReturnsObject,
               {function, scene.object(object)});
}

std::optional<Sentence> itemVoice(const Scene &scene)
{
    if (const SlotId slot = changedItem(scene); slot && !scene.bornInStep(scene.lexicon().slot(slot).owner))
        return say(Template::ItemIs,
                   {scene.slot(slot), textPhrase(scene.now().slot(slot).value, scene.lexicon())});
    for (const Event &event : scene.own())
        if (event.kind == EventKind::Item && !event.text &&
            scene.now().alive(scene.lexicon().slot(event.slot()).owner) &&
            !scene.now().slot(event.slot()).filled() && scene.before().slot(event.slot()).filled())
            return say(Template::ItemGone, {scene.slot(event.slot())});
    return std::nullopt;
}

std::optional<Sentence> callVoice(const Scene &scene)
{
    const bool running = scene.lastOwn(EventKind::Call) && scene.step().depth > 0;
    return running ? withBorrowed(Template::CalledWith, scene) : std::nullopt;
}

} // namespace tetherscope
