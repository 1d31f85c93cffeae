#include "layoutruns.h"

#include "runbuilder.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace tetherscope::bench {
namespace {

/// Not std::uniform_int_distribution, whose answers differ between standard libraries.
class Dice
{
public:
    explicit Dice(std::uint32_t seed)
        : m_random(seed)
    {
    }
    std::uint32_t upTo(std::size_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }

private:
    std::mt19937 m_random;
};

/// What both kinds of runs are made with: objects, links, and deaths that cascade.
class World
{
public:
    explicit World(std::uint32_t seed)
        : m_dice(seed)
    {
    }

    Timeline take() { return m_run.take(); }
    void endStep() { m_run.endStep({.line = 1, .scope = m_run.module(), .kind = StatementKind::Expression}); }

protected:
    ObjectId born(const char *type, ObjectKind kind = ObjectKind::Instance)
    {
        const ObjectId id = m_run.words().addObject(type, kind);
        m_run.record(events::create(id));
        m_living.push_back(id);
        return id;
    }
    NameId nameNumber(std::size_t number)
    {
        return m_run.words().name(m_run.module(), "n" + std::to_string(number));
    }
    SlotId slot(ObjectId owner, std::size_t number)
    {
        static constexpr const char *texts[] = {"next", "left", "right", "other", "owner", "data"};
        if (number < std::size(texts))
            return m_run.words().slot(owner, texts[number]);
        return m_run.words().slot(owner, "[" + std::to_string(number) + "]");
    }
    ObjectId anyLiving() { return m_living[m_dice.upTo(m_living.size())]; }
    void set(NameId name, ObjectId object) { replace(m_run.graph().binding(name).object, name, object); }
    void set(SlotId slot, ObjectId object) { replace(m_run.graph().slot(slot).object, slot, object); }
    template<typename Holder>
    void remove(Holder holder, ObjectId held)
    {
        m_run.remove(holder);
        buryIfUnheld(held);
    }

    RunBuilder m_run;
    Dice m_dice;
    std::vector<ObjectId> m_living;

private:
    template<typename Holder>
    void replace(ObjectId old, Holder holder, ObjectId object)
    {
        m_run.set(holder, object);
        if (old)
            buryIfUnheld(old);
    }
    void buryIfUnheld(ObjectId object);
};

void World::buryIfUnheld(ObjectId object)
{
    std::vector<ObjectId> dying{object};
    while (!dying.empty()) {
        const ObjectId id = dying.back();
        dying.pop_back();
        if (!m_run.graph().alive(id) || m_run.graph().object(id).strong > 0)
            continue;
        for (const SlotId slot : m_run.lexicon().slotsOf(id)) {
            if (const ObjectId held = m_run.graph().slot(slot).object)
                dying.push_back(held);
        }
        m_run.kill(id);
        m_living.erase(std::find(m_living.begin(), m_living.end(), id));
    }
}

class Crowd : public World
{
public:
    explicit Crowd(const CrowdShape &shape)
        : World(shape.seed)
        , m_shape(shape)
        , m_names(shape.live / 5)
    {
    }

    Timeline run()
    {
        makeChains();
        makeTables();
        for (std::uint32_t edge = 0; edge < m_shape.live / 3; ++edge)
            linkAny();
        endStep();
        for (std::uint32_t change = 0; change < m_shape.changes; ++change) {
            doChange();
            endStep();
        }
        return take();
    }

private:
    static constexpr std::uint32_t mostRows = 24;

    void makeChains();
    void makeTables();
    void linkAny();
    void doChange();
    void makeObject();
    void unlinkAny();
    void watchAny();

    CrowdShape m_shape;
    std::uint32_t m_names;
    std::vector<ObjectId> m_tables;
    std::uint32_t m_rows = 0;
};

void Crowd::makeChains()
{
    const std::uint32_t objects = m_shape.live - m_names;
    ObjectId last;
    std::uint32_t left = 0;
    for (std::uint32_t made = 0, names = 0; made < objects; ++made) {
        const ObjectId id = born("Node");
        if (left == 0 && names < m_names)
            set(nameNumber(names++), id);
        else if (left == 0)
            set(slot(m_living[m_dice.upTo(made)], 2 + m_dice.upTo(3)), id);
        else
            set(slot(last, 0), id);
        last = id;
        left = left == 0 ? m_dice.upTo(6) : left - 1;
    }
}

void Crowd::makeTables()
{
    const std::vector<ObjectId> watched = m_living;
    for (std::uint32_t row = 0; row < m_shape.live / 10; ++row) {
        if (row % mostRows == 0) {
            const ObjectId table = born("WeakValueDictionary", ObjectKind::Dict);
            m_living.pop_back(); // nothing is linked to it
            set(m_run.words().name(m_run.module(), "table" + std::to_string(m_tables.size())), table);
            m_tables.push_back(table);
        }
        const SlotId place =
            m_run.words().slot(m_tables.back(), "[" + std::to_string(m_rows++) + "]", SlotStrength::Weak);
        m_run.record(events::weaken(place, watched[m_dice.upTo(watched.size())]));
    }
}

/// Mostly from the older to the younger: one edge in twenty may close a cycle.
void Crowd::linkAny()
{
    ObjectId from = anyLiving();
    ObjectId to = anyLiving();
    if (to < from && m_dice.upTo(20) != 0)
        std::swap(from, to);
    if (from != to)
        set(slot(from, 1 + m_dice.upTo(4)), to);
}

void Crowd::doChange()
{
    const std::uint32_t chance = m_dice.upTo(100);
    if (m_living.size() < 3 || chance < 35)
        makeObject();
    else if (chance < 55)
        set(nameNumber(m_dice.upTo(m_names)), anyLiving());
    else if (chance < 65)
        unlinkAny();
    else if (chance < 90)
        linkAny();
    else
        watchAny();
}

void Crowd::makeObject()
{
    if (m_living.size() > 2 && m_dice.upTo(2) == 0) {
        const ObjectId owner = anyLiving();
        const ObjectId id = born("Node");
        set(slot(owner, m_dice.upTo(4)), id);
    } else {
        const ObjectId id = born("Node");
        set(nameNumber(m_dice.upTo(m_names)), id);
    }
}

void Crowd::unlinkAny()
{
    const ObjectId owner = anyLiving();
    for (const SlotId place : m_run.lexicon().slotsOf(owner)) {
        if (const ObjectId held = m_run.graph().slot(place).object) {
            remove(place, held);
            return;
        }
    }
}

void Crowd::watchAny()
{
    const ObjectId table = m_tables[m_dice.upTo(m_tables.size())];
    const SlotId place = m_run.words().slot(table, "[" + std::to_string(m_rows++) + "]", SlotStrength::Weak);
    m_run.record(events::weaken(place, anyLiving()));
}

/// One step that makes a structure.
class Structure : public World
{
public:
    Structure()
        : World(1)
    {
    }

    template<typename Link>
    Timeline make(std::uint32_t objects, ObjectKind firstKind, Link link)
    {
        for (std::uint32_t number = 0; number < objects; ++number) {
            const bool first = number == 0;
            const ObjectId id = born(first && firstKind == ObjectKind::List ? "list" : "Node",
                                     first ? firstKind : ObjectKind::Instance);
            if (first)
                set(nameNumber(0), id);
            link(*this, number);
        }
        endStep();
        return take();
    }
    void hold(std::size_t from, std::size_t to, std::size_t place)
    {
        set(slot(m_living[from], place), m_living[to]);
    }
    void name(std::size_t number, std::size_t object) { set(nameNumber(number), m_living[object]); }
    std::uint32_t upTo(std::uint32_t limit) { return m_dice.upTo(limit); }
};

} // namespace

Timeline crowdedRun(const CrowdShape &shape)
{
    return Crowd(shape).run();
}

Timeline listRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::Instance, [](Structure &made, std::uint32_t number) {
        if (number > 0)
            made.hold(number - 1, number, 0);
    });
}

Timeline treeRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::Instance, [](Structure &made, std::uint32_t number) {
        if (number > 0)
            made.hold((number - 1) / 2, number, 1 + (number - 1) % 2);
    });
}

Timeline ringRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::Instance, [=](Structure &made, std::uint32_t number) {
        if (number > 0)
            made.hold(number - 1, number, 0);
        if (number + 1 == objects)
            made.hold(number, 0, 0);
    });
}

Timeline starRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::List, [](Structure &made, std::uint32_t number) {
        if (number > 0)
            made.hold(0, number, 5 + number);
    });
}

Timeline hubRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::Instance, [](Structure &made, std::uint32_t number) {
        if (number == 0)
            return;
        made.name(number, number);
        made.hold(number, 0, 4);
    });
}

Timeline islandsRun(std::uint32_t objects)
{
    std::uint32_t left = 0;
    return Structure().make(objects, ObjectKind::Instance,
                            [left](Structure &made, std::uint32_t number) mutable {
                                if (left == 0) {
                                    left = 1 + made.upTo(6);
                                    made.name(number, number);
                                } else {
                                    made.hold(number - 1, number, 0);
                                }
                                --left;
                            });
}

Timeline tangleRun(std::uint32_t objects)
{
    return Structure().make(objects, ObjectKind::Instance, [](Structure &made, std::uint32_t number) {
        if (number > 0)
            made.hold(made.upTo(number), number, 5 + number);
        if (number > 1 && made.upTo(2) == 0)
            made.hold(made.upTo(number), number, 5 + 2 * number);
    });
}

} // namespace tetherscope::bench
