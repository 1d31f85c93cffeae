#include "analysis/facts.h"

#include "analysis/source.h"
#include "graph/reachability.h"

#include <algorithm>
#include <ranges>

namespace tetherscope {

namespace {

NameId visibleName(std::string_view text, const Step &step, const ObjectGraph &graph, const Lexicon &lexicon)
{
    for (const ScopeId scope : {step.scope, ScopeId{1}}) {
        if (!scope || scope.index() >= lexicon.scopeCount())
            continue;
        for (const NameId name : lexicon.namesOf(scope))
            if (lexicon.nameText(name) == text && graph.binding(name).bound())
                return name;
    }
    return {};
}

std::vector<ObjectId> livingOf(std::span<const History::Keyed> stored, const Moment &moment)
{
    const std::uint64_t done = moment.firstEvent() + moment.position().events;
    std::vector<ObjectId> living;
    for (const History::Keyed &one : stored) {
        const bool known = std::find(living.begin(), living.end(), one.object) != living.end();
        if (one.event < done && one.missed && !known && moment.now().alive(one.object))
            living.push_back(one.object);
    }
    return living;
}

} // namespace

std::vector<SameKey> sameKeysAt(const Moment &moment)
{
    const Lexicon &lexicon = moment.lexicon();
    std::vector<SameKey> all;
    for (const KeyRef place : moment.history().contested()) {
        std::vector<ObjectId> living = livingOf(moment.history().keyed(place), moment);
        if (living.size() < 2)
            continue;
        const TextId key = place.entry ? lexicon.entry(place.entry).key : lexicon.slot(place.slot).text;
        all.push_back({place, key, std::move(living)});
    }
    return all;
}

std::string_view keyText(std::string_view slotText)
{
    const bool bracketed = slotText.size() > 2 && slotText.front() == '[' && slotText.back() == ']';
    return bracketed ? slotText.substr(1, slotText.size() - 2) : slotText;
}

std::string_view keyText(KeyRef place, const Lexicon &lexicon)
{
    return place.entry ? lexicon.text(lexicon.entry(place.entry).key) : keyText(lexicon.slotText(place.slot));
}

SlotId rowOf(ObjectId container, std::string_view key, const Lexicon &lexicon)
{
    for (const SlotId slot : lexicon.slotsOf(container))
        if (keyText(lexicon.slotText(slot)) == key)
            return slot;
    return {};
}

ObjectId dyingSelf(const ObjectGraph &graph, const Lexicon &lexicon)
{
    const std::vector<Frame> &frames = graph.frames();
    for (const Frame &frame : std::views::reverse(frames)) {
        if (!lexicon.text(lexicon.scope(frame.scope).function).ends_with("__del__"))
            continue;
        for (const NameId name : lexicon.namesOf(frame.scope))
            if (const ObjectId self = graph.binding(name).object; graph.object(self).finalizing)
                return self;
    }
    return {};
}

std::vector<NameId> namesIn(const Step &step, std::initializer_list<ObjectId> objects,
                            const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<NameId> names;
    for (const std::string_view word : mentionedNames(lexicon.text(step.source))) {
        const NameId name = visibleName(word, step, graph, lexicon);
        const bool holdsOne =
            std::find(objects.begin(), objects.end(), graph.binding(name).object) != objects.end();
        if (name && holdsOne && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    return names;
}

std::vector<SlotId> containerRowsOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<SlotId> rows;
    for (const SlotId watcher : watchersOf(object, graph, lexicon)) {
        const ObjectId owner = lexicon.slot(watcher).owner;
        if (lexicon.object(owner).kind != ObjectKind::WeakReference) {
            rows.push_back(watcher);
            continue;
        }
        for (const HolderUnit &unit : holdersOf(owner, graph, lexicon))
            if (unit.owner && lexicon.object(unit.owner).kind == ObjectKind::Dict)
                rows.push_back({unit.holder.id});
    }
    return rows;
}

} // namespace tetherscope
