#include "analysis/scene.h"

namespace tetherscope {

namespace {

/// What a statement compared, and the names by which it did; empty names for anything else than two names.
struct Comparison
{
    ObjectId left;
    ObjectId right;
    NameId leftName;
    NameId rightName;

    bool same() const { return left == right; }
    bool named() const { return leftName && rightName; }
};

NameId writtenName(ObjectId object, std::size_t which, const Scene &scene)
{
    const std::vector<NameId> names = namesIn(scene.step(), {object}, scene.now(), scene.lexicon());
    return which < names.size() ? names[which] : NameId{};
}

std::optional<Comparison> comparison(const Scene &scene)
{
    const Event *identity = scene.lastOwn(EventKind::Identity);
    if (!identity || !identity->object || !identity->otherObject())
        return std::nullopt;
    Comparison compared{identity->object, identity->otherObject(), {}, {}};
    compared.leftName = writtenName(compared.left, 0, scene);
    compared.rightName = writtenName(compared.right, compared.same() ? 1 : 0, scene);
    return compared;
}

/// The number at a text's end; empty if it ends otherwise.
std::string_view trailingNumber(std::string_view text)
{
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    const std::size_t last = text.find_last_not_of("0123456789");
    return text.substr(last == std::string_view::npos ? 0 : last + 1);
}

/// What the step printed, event by event.
std::vector<std::string_view> printed(const Scene &scene)
{
    std::vector<std::string_view> texts;
    for (const Event &event : scene.own())
        if (event.kind == EventKind::Print)
            texts.push_back(scene.lexicon().text(event.text));
    return texts;
}

Sentence printsCounted(std::string_view text, const Event &counted, const Scene &scene)
{
    const std::string_view last = trailingNumber(text);
    return say(Template::PrintsCounted,
               {last.empty() ? printedPhrase(text) : printedPhrase(last), number(counted.number()),
                countedHolders(counted.object, scene.now(), scene.lexicon())});
}

Sentence printsCompared(const Phrase &printed, const Comparison &compared, const Scene &scene)
{
    if (compared.same())
        return say(Template::PrintsSame, {printed, scene.name(compared.leftName),
                                          scene.name(compared.rightName), scene.object(compared.left)});
    return say(Template::PrintsDifferent,
               {printed, scene.name(compared.leftName), scene.name(compared.rightName),
                scene.object(compared.left), scene.object(compared.right)});
}

Sentence comparedValue(const Comparison &compared, const Scene &scene)
{
    const Phrase value = textPhrase(scene.step().value, scene.lexicon());
    if (compared.named() && compared.same())
        return say(Template::ValueSame, {value, scene.name(compared.leftName), scene.name(compared.rightName),
                                         scene.object(compared.left)});
    if (compared.named())
        return say(Template::ValueDifferent,
                   {value, scene.name(compared.leftName), scene.name(compared.rightName),
                    scene.object(compared.left), scene.object(compared.right)});
    if (compared.same())
        return say(Template::ValueBothSame, {value, scene.object(compared.left)});
    return say(Template::ValueTwoObjects, {value, scene.object(compared.left), scene.object(compared.right)});
}

/// By what name the statement showed it; its label where it was written otherwise.
Phrase shownAs(ObjectId object, const Scene &scene)
{
    const NameId name = writtenName(object, 0, scene);
    return name ? scene.name(name) : scene.object(object);
}

Sentence shownReference(ObjectId reference, const Scene &scene)
{
    const Phrase shown = shownAs(reference, scene);
    const ObjectId referent = scene.moment().history().referentOf(reference);
    const bool live = scene.now().object(referent).weak > 0 && scene.now().alive(referent);
    return say(live ? Template::ValueLiveRef : Template::ValueDeadRef, {shown, scene.object(referent)});
}

/// The object that the container's last row led to, if the row was taken away and the object is dead.
ObjectId lastTenant(ObjectId container, const Scene &scene)
{
    const History &history = scene.moment().history();
    ObjectId tenant;
    for (const std::uint32_t event : history.eventsOf(container)) {
        if (event >= scene.moment().firstEvent())
            break;
        const Event &past = scene.moment().timeline().allEvents()[event];
        if (past.kind == EventKind::Unlink && past.object)
            tenant = history.referentOf(past.object) ? history.referentOf(past.object) : past.object;
        else if (past.kind == EventKind::Clear)
            tenant = past.object;
    }
    return tenant && !scene.now().alive(tenant) ? tenant : ObjectId{};
}

Sentence shownEmpty(ObjectId container, const Scene &scene)
{
    const Phrase what = plain(std::string(scene.lexicon().typeName(container)));
    if (const ObjectId tenant = lastTenant(container, scene))
        return say(Template::ContainerEmptyNothingLeft, {what, scene.object(tenant)});
    return say(Template::ContainerEmpty, {what});
}

Sentence shownRow(SlotId row, const Phrase &what, const Scene &scene)
{
    const SlotState held = scene.now().slot(row);
    const Phrase key = keyPhrase({row, {}}, scene.lexicon());
    const ObjectId referent = scene.moment().history().referentOf(held.object);
    const bool weak = scene.lexicon().slot(row).strength == SlotStrength::Weak;
    if (held.dead || (referent && !scene.now().alive(referent)))
        return say(Template::ContainerOneRowDeadRef, {what, key});
    if (referent || (weak && held.object))
        return say(Template::ContainerOneRowLiveRef,
                   {what, key, scene.object(referent ? referent : held.object)});
    if (held.object)
        return say(Template::ContainerOneRowObject, {what, key, scene.object(held.object)});
    return say(Template::ContainerOneRow, {what, key});
}

Sentence shownContainer(ObjectId container, const Scene &scene)
{
    const auto rows = scene.now().filledSlots(container);
    const Phrase what = plain(std::string(scene.lexicon().typeName(container)));
    if (rows.empty())
        return shownEmpty(container, scene);
    if (rows.size() > 1)
        return say(Template::ContainerRows, {what, number(rows.size())});
    return shownRow(*rows.begin(), what, scene);
}

} // namespace

std::optional<Sentence> printVoice(const Scene &scene)
{
    const std::vector<std::string_view> texts = printed(scene);
    const Event *counted = scene.lastOwn(EventKind::Counted);
    if (texts.empty()) {
        if (!counted)
            return std::nullopt;
        return say(Template::Counted, {number(counted->number()),
                                       countedHolders(counted->object, scene.now(), scene.lexicon())});
    }
    if (counted)
        return printsCounted(texts.back(), *counted, scene);
    if (const std::optional<Comparison> compared = comparison(scene); compared && compared->named())
        return printsCompared(printedPhrase(texts.back()), *compared, scene);
    if (texts.size() > 1)
        return say(Template::PrintsLines, {number(texts.size()), printedPhrase(texts.front())});
    return say(Template::Prints, {printedPhrase(texts.front())});
}

std::optional<Sentence> assertVoice(const Scene &scene)
{
    if (scene.step().kind != StatementKind::Assert)
        return std::nullopt;
    const std::optional<Comparison> compared = comparison(scene);
    if (!compared || !compared->named())
        return say(Template::HoldsIt, {});
    const Phrase left = scene.name(compared->leftName);
    const Phrase right = scene.name(compared->rightName);
    if (compared->same())
        return say(Template::HoldsItSame, {left, right, scene.object(compared->left)});
    return say(Template::HoldsItDifferent,
               {left, right, scene.object(compared->left), scene.object(compared->right)});
}

std::optional<Sentence> valueVoice(const Scene &scene)
{
    const Event *shown = scene.lastOwn(EventKind::LookedAt);
    if (const std::optional<Comparison> compared = comparison(scene); compared && scene.step().value)
        return comparedValue(*compared, scene);
    if (shown && scene.kindOf(shown->object) == ObjectKind::WeakReference)
        return shownReference(shown->object, scene);
    if (shown && scene.kindOf(shown->object) != ObjectKind::Instance)
        return shownContainer(shown->object, scene);
    if (shown)
        return say(Template::ValueObject, {shownAs(shown->object, scene), scene.object(shown->object)});
    if (scene.step().value)
        return say(Template::ValueIs, {textPhrase(scene.step().value, scene.lexicon())});
    for (const NameId name : scene.assigned())
        if (scene.now().binding(name).value)
            return say(Template::NameIs,
                       {scene.name(name), textPhrase(scene.now().binding(name).value, scene.lexicon())});
    for (const GoingName &going : scene.marks().goingNames)
        if (!going.target && scene.lexicon().name(going.name).scope == scene.step().scope)
            return say(Template::NameGone, {scene.name(going.name)});
    return std::nullopt;
}

} // namespace tetherscope
