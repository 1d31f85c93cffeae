#include "canvas/composition.h"
#include "layout/look.h"

namespace tetherscope {

namespace {

QString nameText(NameId name, const Composition &all)
{
    const NameInfo &info = all.lexicon().name(name);
    const ScopeInfo &scope = all.lexicon().scope(info.scope);
    if (scope.kind == ScopeKind::Module)
        return all.text(info.text);
    return all.text(scope.function) + (scope.kind == ScopeKind::Class ? u'.' : u' ') + all.text(info.text);
}

QString slotText(SlotId slot, const Composition &all)
{
    const SlotInfo &info = all.lexicon().slot(slot);
    const QString text = all.text(info.text);
    return all.label(info.owner) + (text.startsWith(u'[') ? QString() : QStringLiteral(".")) + text;
}

void addEdge(EdgeItem edge, EdgePath path, const Composition &all)
{
    if (path.points.empty())
        return; // an end of it is not shown
    edge.points = std::move(path.points);
    all.picture.edges.push_back(std::move(edge));
}

void addNameEdge(NameId name, ObjectId to, Tone tone, const Composition &all)
{
    const HolderRef from = HolderRef::name(name);
    if (!to || all.docked(to, from))
        return;
    EdgeItem edge;
    edge.from = from;
    edge.to = to;
    edge.holder = nameText(name, all);
    edge.tone = tone;
    addEdge(std::move(edge), all.plan.strongPath(from, to), all);
}

void addNameEdges(const Composition &all)
{
    for (const NameId name : all.now().boundNames()) {
        const Tone tone = has(all.marks.newNames, name)        ? Tone::New
                          : has(all.marks.comparedNames, name) ? Tone::Touched
                                                               : Tone::Rest;
        addNameEdge(name, all.now().binding(name).object, tone, all);
    }
    for (const GoingName &going : all.marks.goingNames)
        addNameEdge(going.name, going.target, Tone::Going, all);
}

void addSlotEdge(SlotId slot, ObjectId to, Tone tone, const Composition &all)
{
    const HolderRef from = HolderRef::slot(slot);
    const SlotInfo &info = all.lexicon().slot(slot);
    const bool weak = info.strength == SlotStrength::Weak;
    if (!weak && (!to || all.docked(to, from)))
        return;
    EdgeItem edge;
    edge.from = from;
    edge.owner = info.owner;
    edge.to = to;
    edge.holder = slotText(slot, all);
    edge.tone = tone;
    edge.weak = weak;
    addEdge(std::move(edge), weak ? all.plan.weakPath(slot, to) : all.plan.strongPath(from, to), all);
}

bool clearedNow(SlotId slot, const StepMarks &marks)
{
    return std::any_of(marks.goingSlots.begin(), marks.goingSlots.end(),
                       [slot](const GoingSlot &going) { return going.slot == slot && going.cleared; });
}

void addSlotEdges(ObjectId owner, const Composition &all)
{
    for (const SlotId slot : all.now().filledSlots(owner)) {
        const SlotState state = all.now().slot(slot);
        const bool deadBefore = state.dead && !clearedNow(slot, all.marks);
        if (state.object || deadBefore)
            addSlotEdge(slot, state.object, has(all.marks.newSlots, slot) ? Tone::New : Tone::Rest, all);
    }
}

CacheId cacheOf(EntryId entry, const Composition &all)
{
    return all.lexicon().entry(entry).cache;
}

void addEntryEdge(EntryId entry, ObjectId to, Tone tone, const Composition &all)
{
    if (!to)
        return;
    EdgeItem edge;
    edge.entry = entry;
    edge.cache = cacheOf(entry, all);
    edge.to = to;
    edge.holder =
        QStringLiteral("%1 of %2")
            .arg(all.text(all.lexicon().entry(entry).key), all.text(all.lexicon().cache(edge.cache).name));
    edge.tone = tone;
    edge.weak = true;
    addEdge(std::move(edge), all.plan.entryPath(entry, to), all);
}

void addCacheEdges(CacheId cache, const Composition &all)
{
    for (const EntryId entry : all.now().presentEntries(cache)) {
        const CacheEntryState state = all.now().entry(entry);
        if (state.state == EntryState::Live)
            addEntryEdge(entry, state.object, has(all.marks.newEntries, entry) ? Tone::New : Tone::Rest, all);
    }
}

void addEntryEdges(const Composition &all)
{
    for (std::size_t i = 0; i < all.lexicon().cacheCount(); ++i)
        addCacheEdges(CacheId{static_cast<std::uint32_t>(i + 1)}, all);
    for (const GoingEntry &going : all.marks.goingEntries)
        addEntryEdge(going.entry, going.target, Tone::Going, all);
}

/// What the ring was docked at holds it no longer, another holder does: it needs a caption.
bool undocked(ObjectId reference, const Composition &all)
{
    const HolderRef dock = all.plan.dockOf(reference);
    if (dock.kind == Holder::Name)
        return all.now().binding(NameId{dock.id}).object != reference;
    return dock.kind == Holder::Slot && all.now().slot(SlotId{dock.id}).object != reference;
}

bool hasCallback(ObjectId reference, const Composition &all)
{
    const IdRange<SlotId> filled = all.now().filledSlots(reference);
    return std::any_of(filled.begin(), filled.end(), [&all](SlotId slot) {
        return all.lexicon().slot(slot).strength == SlotStrength::Strong;
    });
}

/// Whose row or pill it is.
Target hostOf(HolderRef dock, const Composition &all)
{
    if (dock.kind == Holder::Name)
        return Target::of(NameId{dock.id});
    return dock.kind == Holder::Slot ? Target::of(all.lexicon().slot(SlotId{dock.id}).owner)
                                     : Target::nothing();
}

/// "pointed to Date#1, which died in step 22"
QString pastOf(ObjectId reference, const Composition &all)
{
    const History &history = all.moment.history();
    const ObjectId referent = history.referentOf(reference);
    const std::span<const std::uint32_t> events = history.eventsOf(referent);
    if (!referent || events.empty())
        return {};
    const Position end = all.moment.timeline().positionOfEvent(events.back() + 1);
    return QStringLiteral("pointed to %1, which died in step %2").arg(all.label(referent)).arg(end.step);
}

void addReference(ObjectId reference, bool ghost, const Composition &all)
{
    const std::optional<SceneRect> rect = all.plan.rectOf(reference);
    if (!rect)
        return;
    RingItem ring;
    ring.reference = reference;
    ring.owner = hostOf(all.plan.dockOf(reference), all);
    ring.rect = *rect;
    ring.ghost = ghost;
    const SlotState state = all.now().slot(targetSlotOf(reference, all.lexicon()));
    ring.to = state.object;
    ring.dead = !ghost && state.dead;
    ring.label = all.label(reference);
    if (ring.dead)
        ring.past = pastOf(reference, all);
    ring.callback = hasCallback(reference, all);
    ring.tone = ghost ? Tone::Going : has(all.marks.newObjects, reference) ? Tone::New : Tone::Rest;
    if (!ghost && undocked(reference, all))
        ring.caption = ring.label;
    if (ring.tone != Tone::Rest)
        all.changed(ring.rect);
    all.picture.rings.push_back(std::move(ring));
}

/// The port of a row that watches by itself: of a weak cache or a weak container.
void addPort(const RowItem &row, const Composition &all)
{
    const std::optional<SceneRect> rect = row.entry ? all.plan.ringOf(row.entry) : all.plan.ringOf(row.slot);
    if (!rect)
        return;
    RingItem ring;
    ring.entry = row.entry;
    ring.slot = row.slot;
    ring.owner =
        row.entry ? Target::of(cacheOf(row.entry, all)) : Target::of(all.lexicon().slot(row.slot).owner);
    ring.rect = *rect;
    ring.dead =
        row.entry ? all.now().entry(row.entry).state == EntryState::Expired : all.now().slot(row.slot).dead;
    ring.to = row.entry ? all.now().entry(row.entry).object : all.now().slot(row.slot).object;
    ring.ghost = row.tone == Tone::Going;
    ring.tone = row.tone == Tone::Touched ? Tone::Rest : row.tone;
    all.picture.rings.push_back(std::move(ring));
}

bool watches(const RowItem &row, const Composition &all)
{
    if (row.blank)
        return false;
    return row.entry || (row.slot && all.lexicon().slot(row.slot).strength == SlotStrength::Weak);
}

} // namespace

void composeRings(const Composition &all)
{
    for (const ObjectId object : all.now().living())
        if (all.isRing(object))
            addReference(object, false, all);
    for (const ObjectId ghost : all.marks.ghosts)
        if (all.isRing(ghost))
            addReference(ghost, true, all);
    for (const RowItem &row : all.picture.rows)
        if (watches(row, all))
            addPort(row, all);
}

void composeEdges(const Composition &all)
{
    addNameEdges(all);
    for (const ObjectId object : all.now().living())
        addSlotEdges(object, all);
    for (const GoingSlot &going : all.marks.goingSlots)
        if (going.target)
            addSlotEdge(going.slot, going.target, Tone::Going, all);
    addEntryEdges(all);
}

} // namespace tetherscope
