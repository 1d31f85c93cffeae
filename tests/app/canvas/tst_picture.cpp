#include "picturetext.h"
#include "randomrun.h"
#include "runs.h"
#include "shownrun.h"

#include "canvas/geometry.h"
#include "scenario/run.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

QString textAt(const std::string &run, std::size_t step)
{
    return pictureText(ShownRun(run).at(step));
}

/// Where heads and badge of a living card differ, at any step and event of the run; empty: nowhere.
QString miscounts(ShownRun &run)
{
    QString found;
    for (std::uint32_t step = 0; step < run.timeline().stepCount(); ++step)
        for (std::uint32_t events = 0; events <= run.timeline().events(step).size(); ++events) {
            const Picture picture = run.at(Position{step, events});
            for (const CardItem &card : picture.cards)
                if (card.object && !card.ghost &&
                    headsOn(picture, card.object) != run.graph().object(card.object).strong)
                    found += QStringLiteral("step %1 event %2 %3\n").arg(step).arg(events).arg(card.label);
        }
    return found;
}

/// Living objects without a card, at any step. Weak references have rings, where somebody who is shown holds
/// them.
QString unseen(ShownRun &run)
{
    QString found;
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step) {
        const Picture picture = run.at(step);
        for (const ObjectId object : run.graph().living()) {
            const bool card = std::any_of(picture.cards.begin(), picture.cards.end(),
                                          [object](const CardItem &item) { return item.object == object; });
            if (!card && run.timeline().lexicon().object(object).kind != ObjectKind::WeakReference)
                found += QStringLiteral("step %1 %2\n").arg(step).arg(object.value);
        }
    }
    return found;
}

/// The preset, with these statements behind it.
Timeline presetTimeline(const QString &path, const std::string &statements = {})
{
    Timeline timeline;
    const ParseResult preset = readScenario(path.toStdString());
    if (!preset.scenario)
        return timeline;
    const ParseResult whole = parseScenario(preset.scenario->text() + "\n" + statements);
    if (whole.scenario)
        runScenario(*whole.scenario, timeline);
    return timeline;
}

/// What the caption of a stub touches: lines, things, other captions.
QStringList touchedBy(const StubItem &stub, const Picture &picture)
{
    QStringList touched;
    for (const EdgeItem &edge : picture.edges)
        if (crosses(edge.points, stub.captionRect))
            touched << QStringLiteral("edge of ") + edge.holder;
    for (const CardItem &card : picture.cards)
        if (card.rect.overlaps(stub.captionRect))
            touched << card.label;
    for (const PillItem &pill : picture.pills)
        if (pill.rect.overlaps(stub.captionRect))
            touched << pill.label;
    for (const StubItem &other : picture.stubs)
        if (crosses(other.points, stub.captionRect) ||
            (&other != &stub && other.captionRect.overlaps(stub.captionRect)))
            touched << QStringLiteral("stub ") + other.caption;
    return touched;
}

/// Captions that touch something, at any step and event of the run; empty: none does.
QString touchingCaptions(ShownRun &run)
{
    QString found;
    for (std::uint32_t step = 0; step < run.timeline().stepCount(); ++step)
        for (std::uint32_t events = 0; events <= run.timeline().events(step).size(); ++events) {
            const Picture picture = run.at(Position{step, events});
            for (const StubItem &stub : picture.stubs)
                for (const QString &touched : touchedBy(stub, picture))
                    found += QStringLiteral("step %1 event %2: %3 on %4\n")
                                 .arg(step)
                                 .arg(events)
                                 .arg(stub.caption, touched);
        }
    return found;
}

/// Edges that lead out of the picture: fitted, they would be cut off.
QString leaving(const Picture &picture)
{
    QString found;
    for (const EdgeItem &edge : picture.edges) {
        const SceneRect line = boundsOf(edge.points);
        const bool inside = line.x >= picture.bounds.x && line.right() <= picture.bounds.right() &&
                            line.y >= picture.bounds.y && line.bottom() <= picture.bounds.bottom();
        if (!inside)
            found += edge.holder + u'\n';
    }
    return found;
}

/// Pills and cards that lie on one another.
QString overlaps(const Picture &picture)
{
    std::vector<std::pair<QString, SceneRect>> things;
    for (const PillItem &pill : picture.pills)
        things.emplace_back(pill.label, pill.rect);
    for (const CardItem &card : picture.cards)
        things.emplace_back(card.label, card.rect);
    QString found;
    for (std::size_t i = 0; i < things.size(); ++i)
        for (std::size_t j = i + 1; j < things.size(); ++j)
            if (things[i].second.overlaps(things[j].second))
                found += things[i].first + QStringLiteral(" on ") + things[j].first + u'\n';
    return found;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void beforeTheFirstStep_isEmpty();
    void hit_marksNameCountAndRow();
    void lastRelease_leavesAGhostForOneStep();
    void storedWeakReference_isARowARingAndADashedEdge();
    void returnedObject_hasAStub();
    void dyingObject_isLentToItsFinalizer();
    void curve_crossesOnlyWhereItRuns();
    void removedRow_isStruckForOneStep();
    void garbage_isMarkedWhereItStands();
    void tidiedGarbage_hasAHeadingWhileItIsThere();
    void twins_carryTheSameKey();
    void deadReference_keepsItsRing();
    void plainValues_standInPillsAndOnCards();
    void manyRows_endInTheRest();
    void rebinding_losesOneAndGainsOne();
    void headsAndStubs_equalTheBadge_data();
    void headsAndStubs_equalTheBadge();
    void madeUpRuns_showEverythingAndCountRight();
    void presets_countRightAndOverlapNothing_data();
    void presets_countRightAndOverlapNothing();
    void longerRun_keepsThePicturesBefore_data();
    void longerRun_keepsThePicturesBefore();
    void sameMoment_isTheSamePictureFromBothSides();
    void longTexts_areCutInTheMiddle();
};

void TestPicture::beforeTheFirstStep_isEmpty()
{
    QVERIFY(ShownRun(std::string(runs::weakCache)).at(0).empty());
}

void TestPicture::hit_marksNameCountAndRow()
{
    QCOMPARE(textAt(std::string(runs::weakCache), 5), QStringLiteral(R"(heading Module names
heading Objects
heading Caches
pill a holds
pill other holds
pill b [new +] holds
card Date#1 (1 → 2 new) year 2022
card Date#2 (1)
card Date weak cache: holds nothing |1 hit · 2 misses · 0 evicted|
  row (2022, 12, 3), hit [touched]
  row (2024, 2, 29), live
ring of a row -> Date#1
ring of a row -> Date#2
edge a -> Date#1
edge other -> Date#2
edge b -> Date#1 [new]
weak (2022, 12, 3) of Date -> Date#1
weak (2024, 2, 29) of Date -> Date#2
)"));
}

void TestPicture::lastRelease_leavesAGhostForOneStep()
{
    ShownRun run{std::string(runs::weakCache)};
    QCOMPARE(pictureText(run.at(8)), QStringLiteral(R"(heading Module names
heading Objects
heading Caches
pill other holds
pill b [going -] holds
card Date#1 (0) [going -] ghost died in this step
card Date#2 (1)
card Date weak cache: holds nothing |1 hit · 2 misses · 1 evicted|
  row (2022, 12, 3), evicted [going] struck
  row (2024, 2, 29), live
ring of a row [going] ghost
ring of a row -> Date#2
edge other -> Date#2
edge b -> Date#1 [going]
weak (2024, 2, 29) of Date -> Date#2
weak (2022, 12, 3) of Date -> Date#1 [going]
)"));
    QVERIFY(!pictureText(run.at(9)).contains(QStringLiteral("Date#1")));
}

void TestPicture::storedWeakReference_isARowARingAndADashedEdge()
{
    QCOMPARE(textAt(dateCacheRun(), 8), QStringLiteral(R"(heading Module names: none
heading Objects
heading Caches and watchers
heading Date.__new__, line 8, running: year 2022 · month 12 · day 3 · selfref None
heading class Date
pill Date._cache holds
pill Date.__new__: self holds
card dict#1 (1)
  row (2022, 12, 3), live [new]
card Date#1 (1) year 2022 · month 12 · day 3
ring ref#1 -> Date#1 [new]
edge Date._cache -> dict#1
edge Date.__new__ self -> Date#1
weak ref#1.* -> Date#1 [new]
)"));
}

void TestPicture::returnedObject_hasAStub()
{
    const QString text = textAt(dateCacheRun(), 9);
    QVERIFY2(text.contains(QStringLiteral("card Date#1 (1 → 2 new)")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("stub Date#1: return value\n")), qPrintable(text));
}

void TestPicture::dyingObject_isLentToItsFinalizer()
{
    QCOMPARE(textAt(dateCacheRun(), 18), QStringLiteral(R"(heading Module names
heading Objects
heading Caches and watchers
heading Date.__del__, line 18, running
heading class Date
pill Date._cache holds
pill Date.__del__: self [new +] holds
pill a [going -] holds
card dict#1 (1)
  row (2022, 12, 3), live
card Date#1 (1 → 2 new) dying [going -] year 2022 · month 12 · day 3
ring ref#1 -> Date#1
edge Date._cache -> dict#1
edge Date.__del__ self -> Date#1 [new]
edge a -> Date#1 [going]
weak ref#1.* -> Date#1
stub Date#1: in flight
)"));
}

void TestPicture::curve_crossesOnlyWhereItRuns()
{
    const std::vector<ScenePoint> curve{{0, 0}, {50, 0}, {50, 100}, {100, 100}};
    QVERIFY(crosses(curve, {45, 45, 10, 10}));  // its middle
    QVERIFY(crosses(curve, {98, 90, 40, 40}));  // its end
    QVERIFY(!crosses(curve, {5, 50, 20, 40}));  // within its bounds, but below it
    QVERIFY(!crosses(curve, {60, 10, 30, 40})); // and above it
    QVERIFY(!crosses(curve, {0, 110, 100, 10}));
    QVERIFY(crosses({{0, 5}, {3, 5}, {6, 5}, {9, 5}}, {4, 0, 1, 10})); // level, without any height
    QVERIFY(!crosses({}, {0, 0, 10, 10}));
}

void TestPicture::removedRow_isStruckForOneStep()
{
    ShownRun run(dateCacheRun());
    QVERIFY(
        pictureText(run.at(19)).contains(QStringLiteral("  row (2022, 12, 3), removed [going] struck\n")));
    QVERIFY(pictureText(run.at(20)).contains(QStringLiteral("card dict#1 (1) empty\n  blank\n")));
}

void TestPicture::garbage_isMarkedWhereItStands()
{
    ShownRun run(std::string(runs::dateClass) + std::string(runs::staleEviction));
    const Picture before = run.at(5);
    const Picture after = run.at(6);
    QVERIFY(pictureText(after).contains(QStringLiteral("card Date#1 (2 → 1 going) [leaked !]")));
    QVERIFY(pictureText(after).contains(QStringLiteral("<unreachable>")));
    QCOMPARE(after.cards.back().rect, before.cards.back().rect);
}

void TestPicture::tidiedGarbage_hasAHeadingWhileItIsThere()
{
    ShownRun run(R"(
new Node#1 x
step x = Node()
new Node#2 y
step y = Node()
set Node#1.me Node#1
step x.me = x
del x
step del x
step pass
)");
    const auto headings = [&run](std::size_t step) {
        QStringList texts;
        const Picture picture = run.at(step);
        for (const HeadingItem &heading : picture.headings)
            texts << heading.text;
        return texts;
    };
    QVERIFY(!headings(4).contains(QStringLiteral("Unreachable")));
    run.tidy(4);
    QVERIFY(headings(4).contains(QStringLiteral("Unreachable")));
    QVERIFY(!headings(3).contains(QStringLiteral("Unreachable")));
}

void TestPicture::twins_carryTheSameKey()
{
    ShownRun run(std::string(runs::dateClass) + std::string(runs::staleEviction));
    QCOMPARE(pictureText(run.last()).count(QStringLiteral("<same key>")), 2);
}

void TestPicture::deadReference_keepsItsRing()
{
    ShownRun run(std::string(R"(
new Node#1 a
new ref#1 r
weaken ref#1.* Node#1
step r = weakref.ref(a)
set s ref#1
step s = r
del r
step del r
unbind a
release Node#1 by a
clear ref#1.*
free Node#1
step del a
step pass
)"));
    QVERIFY(pictureText(run.at(2)).contains(QStringLiteral("edge s -> ref#1 [new]\n")));
    QVERIFY(pictureText(run.at(3)).contains(QStringLiteral("ring ref#1 -> Node#1 \"ref#1\"\n")));
    QVERIFY(pictureText(run.at(4)).contains(QStringLiteral("weak ref#1.* -> Node#1 [going]\n")));
    const Picture last = run.at(5);
    QVERIFY(pictureText(last).contains(QStringLiteral("weak ref#1.* -> nothing\n")));
    QCOMPARE(last.rings.front().past, QStringLiteral("pointed to Node#1, which died in step 4"));
}

void TestPicture::plainValues_standInPillsAndOnCards()
{
    const QString text = textAt(R"(
bind n = 3
new list#1 xs
item list#1.[0] = 1
item list#1.[1] = 'two'
new dict#1 d
item dict#1.['k'] = 1
item dict#1.… = 9744 more
step pass
)",
                                1);
    QVERIFY2(text.contains(QStringLiteral("pill n = 3 [new +]\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("card list#1 (1) [new +] 1, 'two'\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("card dict#1 (1) [new +] 'k': 1, … 9744 more\n")),
             qPrintable(text));
}

void TestPicture::manyRows_endInTheRest()
{
    std::string run = "new list#1 xs\n";
    for (int i = 0; i < 12; ++i)
        run += "create Node#" + std::to_string(i + 1) + "\nset list#1.[" + std::to_string(i) + "] Node#" +
               std::to_string(i + 1) + "\n";
    const QString text = textAt(run + "step pass\n", 1);
    QVERIFY2(text.contains(QStringLiteral("  row [7] [new] holds\n  row … 4 more holds\n")),
             qPrintable(text));
}

void TestPicture::rebinding_losesOneAndGainsOne()
{
    const QString text =
        textAt("new Node#1 a\nnew Node#2 b\nstep pass\nset a Node#2\nkill Node#1\nstep a = b\n", 2);
    QVERIFY2(text.contains(QStringLiteral("pill a [new +] holds\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("edge a -> Node#2 [new]\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("edge a -> Node#1 [going]\n")), qPrintable(text));
}

void TestPicture::headsAndStubs_equalTheBadge_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("refcounts") << QString::fromUtf8(runs::refcounts.data(), runs::refcounts.size());
    QTest::newRow("date cache") << QString::fromStdString(dateCacheRun());
    QTest::newRow("weak cache") << QString::fromUtf8(runs::weakCache.data(), runs::weakCache.size());
    QTest::newRow("stale eviction") << QString::fromStdString(std::string(runs::dateClass) +
                                                              std::string(runs::staleEviction));
}

void TestPicture::headsAndStubs_equalTheBadge()
{
    QFETCH(QString, text);
    ShownRun run(text.toStdString());
    QCOMPARE(miscounts(run), QString());
}

void TestPicture::madeUpRuns_showEverythingAndCountRight()
{
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        ShownRun run(randomRun(seed, 250));
        QCOMPARE(miscounts(run), QString());
        QCOMPARE(unseen(run), QString());
    }
}

void TestPicture::presets_countRightAndOverlapNothing_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TETHERSCOPE_SOURCE_DIR "/resources/scenarios"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.py")}))
        QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    QVERIFY(!folder.isEmpty());
}

void TestPicture::presets_countRightAndOverlapNothing()
{
    QFETCH(QString, path);
    ShownRun run(presetTimeline(path));
    QVERIFY(run.timeline().stepCount() > 5);
    QCOMPARE(miscounts(run), QString());
    QCOMPARE(unseen(run), QString());
    QCOMPARE(touchingCaptions(run), QString());
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step) {
        QCOMPARE(overlaps(run.at(step)), QString());
        QCOMPARE(leaving(run.at(step)), QString());
    }
}

void TestPicture::longerRun_keepsThePicturesBefore_data()
{
    presets_countRightAndOverlapNothing_data();
}

/// Statements are run behind a preset, and its plan is kept.
void TestPicture::longerRun_keepsThePicturesBefore()
{
    QFETCH(QString, path);
    ShownRun former(presetTimeline(path));
    ShownRun longer(presetTimeline(path, "class Late:\n    kept = []\n    def keep(self, other):\n"
                                         "        mine = [self, other]\n        self.other = other\n"
                                         "        return mine\n"
                                         "late = Late()\nlatest = late.keep(Late.kept)\n"
                                         "Late.kept.append(latest)\nLate.kept.append(late)\n"
                                         "same = late\nlatest.append(latest)\ndel late, latest\n"),
                    former);
    QVERIFY(longer.timeline().stepCount() > former.timeline().stepCount() + 8);
    for (std::size_t step = 0; step + 1 < former.timeline().stepCount(); ++step)
        QCOMPARE(pictureText(longer.at(step)), pictureText(former.at(step)));
    QCOMPARE(miscounts(longer), QString());
    QCOMPARE(unseen(longer), QString());
    for (std::size_t step = 0; step < longer.timeline().stepCount(); ++step)
        QCOMPARE(overlaps(longer.at(step)), QString());
}

void TestPicture::sameMoment_isTheSamePictureFromBothSides()
{
    ShownRun run(dateCacheRun());
    QStringList forward;
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step)
        forward << pictureText(run.at(step));
    QStringList backward;
    for (std::size_t step = run.timeline().stepCount(); step-- > 0;)
        backward.prepend(pictureText(run.at(step)));
    QCOMPARE(backward, forward);
}

void TestPicture::longTexts_areCutInTheMiddle()
{
    const std::string long300(300, 'x');
    ShownRun run("new Node#1 a\nitem Node#1.text = '" + long300 + "'\nbind s = '" + long300 +
                 "'\nstep pass\n");
    const Picture picture = run.at(1);
    const FontMeasure measure;
    const QByteArray subtitle = picture.cards.front().subtitle.toUtf8();
    QVERIFY(subtitle.contains("…"));
    QVERIFY(measure.width(subtitle.toStdString(), FontRole::Small) <= picture.cards.front().rect.width);
    QVERIFY(picture.pills.back().value.contains(QStringLiteral("…")));
    QVERIFY(picture.pills.back().label.contains(QString::fromStdString(long300)));
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
