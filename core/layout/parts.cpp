#include "layout/parts.h"

#include "layout/kept.h"
#include "layout/look.h"
#include "layout/shapes.h"

#include <algorithm>

namespace tetherscope {
namespace {

/// A watcher stands beside what it watches; who holds it is far away in any case.
constexpr double holderOfWatcher = 0.2;
constexpr std::uint32_t objectsWithNamesInOrder = 24;

/// A few objects stand in air; of many, more are to be seen.
double cardGapFor(std::size_t cards)
{
    return cards <= 10 ? 2 * look::cardGap : cards <= 30 ? 1.5 * look::cardGap : look::cardGap;
}

class PartsMaker
{
public:
    PartsMaker(const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
        : m_cast(cast)
        , m_lexicon(lexicon)
        , m_widths(widths)
    {
    }

    Parts make();
    Parts make(NameColumn names, const PlanTables &former);

private:
    struct End
    {
        std::uint32_t part;
        double port;
    };

    bool isRing(ObjectId id) const { return m_lexicon.object(id).kind == ObjectKind::WeakReference; }
    void addShapes();
    void keepShapes(const PlanTables &former);
    Parts finish();
    void findWatchers();
    void dockRings();
    void dock(ObjectId ring);
    bool shows(const CastEdge &edge) const;
    void spreadRings();
    void setStays();
    std::uint32_t partOf(HolderRef holder) const;
    void addTies();
    void addTie(const CastEdge &edge);
    std::optional<End> nameEnd(NameId name) const;
    std::optional<End> slotEnd(SlotId slot) const;
    std::optional<End> entryEnd(EntryId entry) const;
    std::optional<End> holderEnd(const CastEdge &edge) const;
    void indexTies();

    const Cast &m_cast;
    const Lexicon &m_lexicon;
    TextWidths &m_widths;
    Parts m_parts;
};

Parts PartsMaker::make()
{
    m_parts.names = nameColumn(m_cast, m_lexicon, m_widths);
    addShapes();
    return finish();
}

Parts PartsMaker::make(NameColumn names, const PlanTables &former)
{
    m_parts.names = std::move(names);
    addShapes();
    keepShapes(former);
    return finish();
}

void PartsMaker::keepShapes(const PlanTables &former)
{
    for (std::uint32_t id = 1; id <= former.objects.size(); ++id) {
        if (!former.objects[id - 1].empty() && !isRing({id}))
            m_parts.shapes[id - 1] = keptShape(former.objectShapes[id - 1], ObjectId{id}, m_cast, m_lexicon);
    }
    for (std::uint32_t id = 1; id <= former.caches.size(); ++id)
        m_parts.shapes[m_parts.objectCount + id - 1] =
            keptShape(former.cacheShapes[id - 1], CacheId{id}, m_lexicon);
}

Parts PartsMaker::finish()
{
    findWatchers();
    dockRings();
    spreadRings();
    setStays();
    addTies();
    indexTies();
    return std::move(m_parts);
}

void PartsMaker::addShapes()
{
    m_parts.objectCount = static_cast<std::uint32_t>(m_lexicon.objectCount());
    m_parts.cardGap = cardGapFor(m_lexicon.objectCount() + m_lexicon.cacheCount());
    m_parts.shapes.resize(m_lexicon.objectCount());
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        if (m_cast.objects[id - 1].life.ever() && !isRing({id}))
            m_parts.shapes[id - 1] = cardShape({id}, m_cast, m_lexicon, m_widths);
    }
    for (std::uint32_t id = 1; id <= m_lexicon.cacheCount(); ++id)
        m_parts.shapes.push_back(cacheShape({id}, m_cast, m_lexicon, m_widths));
}

/// A table that holds weak references, or watches by itself, and holds nothing else.
void PartsMaker::findWatchers()
{
    std::vector<bool> holdsOthers(m_parts.objectCount);
    m_parts.watches.assign(m_parts.objectCount, false);
    for (const CastEdge &edge : m_cast.edges) {
        if (edge.kind != EdgeKind::Slot && edge.kind != EdgeKind::WeakSlot)
            continue;
        const std::size_t owner = m_lexicon.slot(edge.slot()).owner.index();
        if (edge.weak() || isRing(edge.to))
            m_parts.watches[owner] = true;
        else
            holdsOthers[owner] = true;
    }
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        if (holdsOthers[id - 1] || !isTable(m_lexicon.object({id}).kind))
            m_parts.watches[id - 1] = false;
    }
}

bool PartsMaker::shows(const CastEdge &edge) const
{
    if (edge.kind == EdgeKind::Name)
        return m_parts.names.pillOf[edge.name().index()] != NameColumn::none;
    if (edge.kind != EdgeKind::Slot)
        return false;
    const std::vector<SlotId> &rows = m_parts.shape(m_lexicon.slot(edge.slot()).owner).rows;
    return std::find(rows.begin(), rows.end(), edge.slot()) != rows.end();
}

void PartsMaker::dock(ObjectId ring)
{
    const CastEdge *first = nullptr;
    for (const CastEdge &edge : m_cast.edgesInto(ring)) {
        if (shows(edge) && (!first || edge.firstEvent < first->firstEvent))
            first = &edge;
    }
    if (first) {
        m_parts.docks[ring.index()].holder =
            first->kind == EdgeKind::Name ? HolderRef::name(first->name()) : HolderRef::slot(first->slot());
    }
}

void PartsMaker::dockRings()
{
    m_parts.docks.resize(m_parts.objectCount);
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        if (isRing({id}) && m_cast.objects[id - 1].life.ever())
            dock({id});
    }
}

std::uint32_t PartsMaker::partOf(HolderRef holder) const
{
    if (holder.kind == Holder::Name)
        return m_parts.names.pills[m_parts.names.pillOf[NameId{holder.id}.index()]].item;
    return m_parts.part(m_lexicon.slot({holder.id}).owner);
}

/// Rings that dock at one place at the same time stand side by side, each in a lane of its own.
void PartsMaker::spreadRings()
{
    struct Use
    {
        std::uint64_t place; ///< the pill or slot
        Life life;
        ObjectId ring;
    };
    std::vector<Use> uses;
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        const Dock &dock = m_parts.docks[id - 1];
        if (!dock.shown())
            continue;
        const bool name = dock.holder.kind == Holder::Name;
        const std::uint64_t place = name ? m_parts.names.pillOf[NameId{dock.holder.id}.index()]
                                         : (std::uint64_t{1} << 32) + dock.holder.id;
        uses.push_back({place, m_cast.objects[id - 1].life, {id}});
    }
    std::sort(uses.begin(), uses.end(), [](const Use &left, const Use &right) {
        return std::tie(left.place, left.life.first, left.ring) <
               std::tie(right.place, right.life.first, right.ring);
    });
    m_parts.ringRoom.assign(m_parts.count(), 0);
    std::vector<std::uint32_t> busyUntil; // by lane, of the place at hand
    for (std::size_t index = 0; index < uses.size(); ++index) {
        if (index == 0 || uses[index].place != uses[index - 1].place)
            busyUntil.clear();
        const Life life = uses[index].life;
        const auto lane = std::find_if(busyUntil.begin(), busyUntil.end(),
                                       [&](std::uint32_t until) { return until < life.first; });
        Dock &dock = m_parts.docks[uses[index].ring.index()];
        dock.lane = static_cast<std::uint32_t>(lane - busyUntil.begin());
        if (lane == busyUntil.end())
            busyUntil.push_back(life.last);
        else
            *lane = life.last;
        double &room = m_parts.ringRoom[partOf(dock.holder)];
        room = std::max(room, dock.lane * look::ringPitch + look::ringSize);
    }
}

void PartsMaker::setStays()
{
    for (const CastObject &object : m_cast.objects)
        m_parts.stays.push_back(object.life);
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        const Dock &dock = m_parts.docks[id - 1];
        if (dock.shown() && dock.holder.kind == Holder::Slot)
            m_parts.stays[m_lexicon.slot({dock.holder.id}).owner.index()].include(
                m_cast.objects[id - 1].life);
    }
}

std::optional<PartsMaker::End> PartsMaker::nameEnd(NameId name) const
{
    const std::uint32_t pill = m_parts.names.pillOf[name.index()];
    if (pill == NameColumn::none)
        return std::nullopt;
    return End{m_parts.names.pills[pill].item, m_parts.names.pills[pill].top + look::pillHeight / 2};
}

std::optional<PartsMaker::End> PartsMaker::slotEnd(SlotId slot) const
{
    const ObjectId owner = m_lexicon.slot(slot).owner;
    if (isRing(owner)) {
        const Dock &dock = m_parts.docks[owner.index()];
        if (!dock.shown())
            return std::nullopt;
        return dock.holder.kind == Holder::Name ? nameEnd({dock.holder.id}) : slotEnd({dock.holder.id});
    }
    const CardShape &shape = m_parts.shape(owner);
    const std::optional<std::size_t> row = rowOf(shape, slot);
    if (!row)
        return std::nullopt;
    return End{m_parts.part(owner), shape.rowTop(*row) + shape.rowHeight / 2};
}

std::optional<PartsMaker::End> PartsMaker::entryEnd(EntryId entry) const
{
    const CacheId cache = m_lexicon.entry(entry).cache;
    const CardShape &shape = m_parts.shape(m_parts.part(cache));
    const std::optional<std::size_t> row = rowOf(shape, entry);
    if (!row)
        return std::nullopt;
    return End{m_parts.part(cache), shape.rowTop(*row) + shape.rowHeight / 2};
}

std::optional<PartsMaker::End> PartsMaker::holderEnd(const CastEdge &edge) const
{
    switch (edge.kind) {
    case EdgeKind::Name:
        return nameEnd(edge.name());
    case EdgeKind::Entry:
        return entryEnd(edge.entry());
    case EdgeKind::Slot:
    case EdgeKind::WeakSlot:
        break;
    }
    return slotEnd(edge.slot());
}

void PartsMaker::addTie(const CastEdge &edge)
{
    if (isRing(edge.to))
        return; // docked, or beside what it is docked at
    const std::optional<End> holder = holderEnd(edge);
    const End target{m_parts.part(edge.to), arrivalPort(m_parts.shape(edge.to))};
    if (!holder || holder->part == target.part)
        return;
    Tie tie{holder->part,
            target.part,
            holder->port,
            target.port,
            edge.life,
            edge.heldSteps,
            static_cast<double>(edge.heldSteps)};
    if (m_parts.watcher(target.part))
        tie.pull *= holderOfWatcher;
    if (edge.weak() && !m_parts.isItem(holder->part)) {
        std::swap(tie.from, tie.to);
        std::swap(tie.fromPort, tie.toPort);
    }
    m_parts.ties.push_back(tie);
}

void PartsMaker::addTies()
{
    for (const CastEdge &edge : m_cast.edges)
        addTie(edge);
}

void PartsMaker::indexTies()
{
    m_parts.tieBegin.assign(m_parts.count() + 1, 0);
    for (const Tie &tie : m_parts.ties) {
        ++m_parts.tieBegin[tie.from + 1];
        ++m_parts.tieBegin[tie.to + 1];
    }
    for (std::size_t part = 1; part < m_parts.tieBegin.size(); ++part)
        m_parts.tieBegin[part] += m_parts.tieBegin[part - 1];
    m_parts.tiesOf.resize(2 * m_parts.ties.size());
    std::vector<std::uint32_t> next(m_parts.tieBegin.begin(), m_parts.tieBegin.end() - 1);
    for (std::uint32_t tie = 0; tie < m_parts.ties.size(); ++tie) {
        m_parts.tiesOf[next[m_parts.ties[tie].from]++] = tie;
        m_parts.tiesOf[next[m_parts.ties[tie].to]++] = tie;
    }
}

template<typename I>
std::optional<std::size_t> rowAmong(const CardShape &shape, const std::vector<I> &rows, I id)
{
    const auto found = std::find(rows.begin(), rows.end(), id);
    if (found != rows.end())
        return static_cast<std::size_t>(found - rows.begin());
    return shape.hiddenRows > 0 ? std::optional(shape.sharedRow()) : std::nullopt;
}

} // namespace

std::uint32_t Parts::cardCount() const
{
    std::uint32_t count = 0;
    for (std::uint32_t part = firstObject(); part < firstCache(); ++part)
        count += placed(part) ? 1 : 0;
    return count;
}

std::uint32_t Parts::freeNames() const
{
    if (objectCount <= objectsWithNamesInOrder)
        return 0;
    std::uint32_t count = firstObject();
    for (const NameColumn::Block &block : names.blocks)
        count = std::min(count, block.item); // none is more than all
    return count;
}

double Parts::gap(std::uint32_t part) const
{
    return isItem(part) ? names.items[part].gap : cardGap;
}

std::optional<std::size_t> rowOf(const CardShape &shape, SlotId slot)
{
    return rowAmong(shape, shape.rows, slot);
}

std::optional<std::size_t> rowOf(const CardShape &shape, EntryId entry)
{
    return rowAmong(shape, shape.entries, entry);
}

double arrivalPort(const CardShape &shape)
{
    return (shape.rowCount() > 0 ? shape.headerHeight : shape.size.height) / 2;
}

Parts partsOf(const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    return PartsMaker(cast, lexicon, widths).make();
}

Parts partsOf(const Cast &cast, const Lexicon &lexicon, TextWidths &widths, NameColumn names,
              const PlanTables &former)
{
    return PartsMaker(cast, lexicon, widths).make(std::move(names), former);
}

} // namespace tetherscope
