#include "evenmeasure.h"
#include "timelinetext.h"

#include "layout/look.h"
#include "layout/metrics.h"
#include "layout/planner.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace tetherscope;

namespace {

constexpr std::string_view weakCache = R"(
cache Date
step class Date
create Date#1 in Date[(2022, 12, 3)]
item Date#1.year = 2022
item Date#1.month = 12
bind a Date#1
step a = Date(2022, 12, 3)
create Date#2 in Date[(2024, 2, 29)]
item Date#2.year = 2024
bind other Date#2
step other = Date(2024, 2, 29)
acquire Date#1 by b hit Date[(2022, 12, 3)]
bind b Date#1
step b = Date(2022, 12, 3)
del a
step del a
unbind b
release Date#1 by b
evict Date[(2022, 12, 3)]
free Date#1
step del b
create Date#3 in Date[(2022, 12, 3)]
bind c Date#3
step c = Date(2022, 12, 3)
)";

constexpr std::string_view dictCache = R"(
new dict#1 Date._cache
step class Date
call Date.__new__@1 from 9
new Date#1 Date.__new__@1.self
step self = super().__new__(cls)
create ref#1
weaken ref#1.* Date#1
set dict#1.[(2022, 12, 3)] ref#1
step Date._cache[year, month, day] = weakref.ref(self)
acquire Date#1 by return value
step return self
del Date.__new__@1.self
return
bind a Date#1
step a = Date(2022, 12, 3)
call Date.__new__@2 from 10
set Date.__new__@2.selfref ref#1
step selfref = Date._cache.get(key)
set Date.__new__@2.self Date#1
step self = selfref()
)";

constexpr std::string_view refcounts = R"(
new MyObject#1 o
step o = MyObject()
set o_bis MyObject#1
step o_bis = o
create ref#1
weaken ref#1.* MyObject#1
set o_ref ref#1
step o_ref = weakref.ref(o)
set o_ter MyObject#1
step o_ter = o_ref()
)";

struct Scene
{
    Timeline timeline;
    std::shared_ptr<const Plan> plan;

    explicit Scene(std::string_view text)
        : timeline(timelineFromText(text))
        , plan(planPicture(timeline, EvenMeasure()))
    {
    }
    NameId name(std::string_view wanted) const
    {
        for (std::uint32_t id = 1; id <= timeline.lexicon().nameCount(); ++id) {
            if (timeline.lexicon().nameText({id}) == wanted)
                return {id};
        }
        return {};
    }
    ObjectId object(std::string_view label) const
    {
        for (std::uint32_t id = 1; id <= timeline.lexicon().objectCount(); ++id) {
            if (timeline.lexicon().label({id}) == label)
                return {id};
        }
        return {};
    }
    SceneRect pill(std::string_view wanted) const { return plan->rectOf(name(wanted)).value_or(SceneRect{}); }
    SceneRect card(std::string_view label) const { return plan->rectOf(object(label)).value_or(SceneRect{}); }
};

bool besideEachOther(const SceneRect &pill, const SceneRect &card)
{
    return pill.centreY() > card.y && pill.centreY() < card.bottom();
}

} // namespace

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void weakCache_hasNamesObjectsAndCacheInColumns();
    void weakCache_standsAsInTheDesign();
    void weakCache_edgesLeadFromBothSidesIntoTheCards();
    void dictOfWeakReferences_standsAtTheRight();
    void ringInARow_docksAtItsLeft();
    void secondHolderOfARing_hasASolidEdgeToIt();
    void callsOfOneFunction_shareTheirPlace();
    void nameThatIsAWeakReference_pointsToTheRight();
    void deadReference_hasAStub();
    void stubs_endAtTheCardBesideItsHeads();
    void cards_keepRoomForAllTheirLife();
};

void TestPresets::weakCache_hasNamesObjectsAndCacheInColumns()
{
    const Scene scene(weakCache);
    const double objects = scene.plan->objectsX();
    QVERIFY(scene.plan->watchersX());
    for (const char *name : {"a", "b", "other", "c"})
        QVERIFY(scene.pill(name).right() + 72 <= objects);
    for (const char *label : {"Date#1", "Date#2", "Date#3"}) {
        QCOMPARE(scene.card(label).x, objects);
        QVERIFY(scene.card(label).right() + 72 <= *scene.plan->watchersX());
    }
    QCOMPARE(scene.plan->rectOf(CacheId{1})->x, *scene.plan->watchersX());
}

/// a, b and other beside what they hold, no line across another.
void TestPresets::weakCache_standsAsInTheDesign()
{
    const Scene scene(weakCache);
    QVERIFY(besideEachOther(scene.pill("other"), scene.card("Date#2")));
    QVERIFY(besideEachOther(scene.pill("c"), scene.card("Date#3")));
    QVERIFY(scene.pill("a").y < scene.pill("b").y && scene.pill("b").y < scene.pill("other").y);
    for (std::uint32_t step = 0; step < scene.timeline.stepCount(); ++step) {
        const PictureMetrics metrics =
            measurePicture(*scene.plan, scene.timeline.graphAt(step), scene.timeline.lexicon());
        QCOMPARE(metrics.overlaps, 0U);
        QCOMPARE(metrics.backwardEdges, 0U);
        QVERIFY(step == 7 || metrics.crossings == 0); // made anew, with the key's first row
    }
}

void TestPresets::weakCache_edgesLeadFromBothSidesIntoTheCards()
{
    const Scene scene(weakCache);
    const SceneRect card = scene.card("Date#1");
    const EdgePath strong = scene.plan->strongPath(HolderRef::name(scene.name("a")), scene.object("Date#1"));
    QCOMPARE(strong.points.front().x, scene.pill("a").right());
    QCOMPARE(strong.points.back().x, card.x);
    const EdgePath weak = scene.plan->entryPath(EntryId{1}, scene.object("Date#1"));
    QCOMPARE(weak.points.front().x, scene.plan->ringOf(EntryId{1})->x);
    QCOMPARE(weak.points.back().x, card.right());
    QVERIFY(weak.weak && !strong.weak);
}

void TestPresets::dictOfWeakReferences_standsAtTheRight()
{
    const Scene scene(dictCache);
    QVERIFY(scene.plan->watchersX());
    QCOMPARE(scene.card("dict#1").x, *scene.plan->watchersX());
    QVERIFY(scene.card("Date#1").right() < scene.card("dict#1").x);
    QVERIFY(scene.pill("_cache").y > scene.pill("a").y); // classes below calls below the module
    QVERIFY(scene.pill("selfref").y > scene.pill("a").y && scene.pill("selfref").y < scene.pill("_cache").y);
}

void TestPresets::ringInARow_docksAtItsLeft()
{
    const Scene scene(dictCache);
    const SceneRect ring = scene.card("ref#1");
    const SceneRect dict = scene.card("dict#1");
    QCOMPARE(ring.right(), dict.x);
    QCOMPARE(ring.width, look::ringSize);
    QCOMPARE(ring.centreY(),
             dict.y + scene.plan->shapeOf(scene.object("dict#1"))->rowTop(0) + look::rowHeight / 2);
    QVERIFY(scene.plan->dockOf(scene.object("ref#1")).kind == Holder::Slot);
    QVERIFY(!scene.plan->shapeOf(scene.object("ref#1")));
}

void TestPresets::secondHolderOfARing_hasASolidEdgeToIt()
{
    const Scene scene(dictCache);
    const ObjectId ring = scene.object("ref#1");
    QVERIFY(scene.plan->strongPath(scene.plan->dockOf(ring), ring).points.empty());
    const EdgePath shared = scene.plan->strongPath(HolderRef::name(scene.name("selfref")), ring);
    QVERIFY(!shared.points.empty());
    const ScenePoint end = shared.points.back();
    const SceneRect rect = scene.card("ref#1");
    QVERIFY(end.x >= rect.x && end.x <= rect.right() && end.y >= rect.y && end.y <= rect.bottom());
}

void TestPresets::callsOfOneFunction_shareTheirPlace()
{
    const Scene scene(dictCache);
    const Lexicon &lexicon = scene.timeline.lexicon();
    std::set<const NameBlock *> blocks;
    for (std::uint32_t id = 1; id <= lexicon.scopeCount(); ++id) {
        if (lexicon.scope({id}).kind == ScopeKind::Frame)
            blocks.insert(scene.plan->blockOf({id}));
    }
    QCOMPARE(blocks.size(), 1U);
    std::set<double> selves;
    for (std::uint32_t id = 1; id <= lexicon.nameCount(); ++id) {
        if (lexicon.nameText({id}) == "self")
            selves.insert(scene.plan->rectOf(NameId{id})->y);
    }
    QCOMPARE(selves.size(), 1U);
}

void TestPresets::nameThatIsAWeakReference_pointsToTheRight()
{
    const Scene scene(refcounts);
    const SceneRect ring = scene.card("ref#1");
    QCOMPARE(ring.x, scene.pill("o_ref").right());
    const SlotId slot = scene.timeline.lexicon().slotsOf(scene.object("ref#1")).front();
    const EdgePath path = scene.plan->weakPath(slot, scene.object("MyObject#1"));
    const SceneRect card = scene.card("MyObject#1");
    QCOMPARE(path.points.front().x, ring.right());
    QCOMPARE(path.points.back().x, card.x);
    for (const char *name : {"o", "o_bis", "o_ter"}) {
        const EdgePath strong =
            scene.plan->strongPath(HolderRef::name(scene.name(name)), scene.object("MyObject#1"));
        QVERIFY(strong.points.back().y < path.points.back().y); // low on the left side
    }
}

void TestPresets::deadReference_hasAStub()
{
    const Scene scene(refcounts);
    const SlotId slot = scene.timeline.lexicon().slotsOf(scene.object("ref#1")).front();
    const std::vector<ScenePoint> stub = scene.plan->weakPath(slot, {}).points;
    QCOMPARE(stub.size(), 4U);
    QCOMPARE(stub.back().x - stub.front().x, look::stubLength);
}

void TestPresets::stubs_endAtTheCardBesideItsHeads()
{
    const Scene scene(refcounts);
    const ObjectId object = scene.object("MyObject#1");
    std::set<double> heights;
    for (std::size_t index = 0; index < 2; ++index) {
        const std::vector<ScenePoint> stub = scene.plan->stubPath(object, index, 2).points;
        QCOMPARE(stub.back().x, scene.card("MyObject#1").x);
        QCOMPARE(stub.front().x, scene.card("MyObject#1").x - look::stubLength);
        heights.insert(stub.back().y);
    }
    for (const char *name : {"o", "o_bis", "o_ter"})
        heights.insert(scene.plan->strongPath(HolderRef::name(scene.name(name)), object).points.back().y);
    QCOMPARE(heights.size(), 5U);
}

void TestPresets::cards_keepRoomForAllTheirLife()
{
    const Scene scene(dictCache);
    const CardShape *const dict = scene.plan->shapeOf(scene.object("dict#1"));
    QCOMPARE(dict->rowCount(), 1U); // though it is empty at first
    QVERIFY(dict->size.width >= look::cardMinWidth && dict->size.width <= look::cardMaxWidth);
    const Scene cached(weakCache);
    const CardShape *const cache = cached.plan->shapeOf(CacheId{1});
    QCOMPARE(cache ? cache->entries.size() : 0, 2U);
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
