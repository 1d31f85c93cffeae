#define QT_NO_KEYWORDS // a growth has slots of its own
#include "randomrun.h"

#include "analysis/eventstrip.h"
#include "analysis/eventtext.h"
#include "analysis/mark.h"
#include "analysis/report.h"
#include "analysis/sentence.h"
#include "analysis/statustext.h"
#include "analysis/templates.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <string>

using namespace tetherscope;

namespace {

/// What every sentence must be: not empty, one line, not too long, and ended.
bool isSound(const std::string &sentence)
{
    const bool ended = sentence.ends_with('.');
    return ended && textLength(sentence) <= maxSentenceLength && sentence.find('\n') == std::string::npos &&
           sentence.find("  ") == std::string::npos && sentence.find('{') == std::string::npos;
}

/// Everything that is said about a moment, for comparison.
struct Words
{
    Sentence sentence;
    Sentence event;
    EventStrip strip;
    StepMarks marks;
    StatusText status;
    Report step;

    explicit Words(const Moment &moment)
        : sentence(sentenceAt(moment))
        , event(eventSentenceAt(moment))
        , strip(eventStripAt(moment))
        , marks(marksAt(moment))
        , status(statusAt(moment))
        , step(stepReport(moment))
    {
    }
    friend bool operator==(const Words &, const Words &) = default;
};

std::vector<Position> positionsOf(const Timeline &timeline)
{
    std::vector<Position> positions;
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step)
        for (std::uint32_t events = 0; events <= timeline.step(step).eventCount(); ++events)
            positions.push_back({step, events});
    return positions;
}

template<typename I, typename T, typename Get>
void copyTable(std::vector<T> &table, std::size_t count, Get get)
{
    for (std::uint32_t id = 1; id <= count; ++id)
        table.push_back(T(get(I{id})));
}

LexiconGrowth wordsOf(const Lexicon &lexicon)
{
    LexiconGrowth all;
    copyTable<TextId>(all.texts, lexicon.textCount(), [&](TextId id) { return lexicon.text(id); });
    copyTable<ScopeId>(all.scopes, lexicon.scopeCount(), [&](ScopeId id) { return lexicon.scope(id); });
    copyTable<NameId>(all.names, lexicon.nameCount(), [&](NameId id) { return lexicon.name(id); });
    copyTable<ObjectId>(all.objects, lexicon.objectCount(), [&](ObjectId id) { return lexicon.object(id); });
    copyTable<SlotId>(all.slots, lexicon.slotCount(), [&](SlotId id) { return lexicon.slot(id); });
    copyTable<CacheId>(all.caches, lexicon.cacheCount(), [&](CacheId id) { return lexicon.cache(id); });
    copyTable<EntryId>(all.entries, lexicon.entryCount(), [&](EntryId id) { return lexicon.entry(id); });
    return all;
}

/// One step of a run, for a timeline that already has the run's words.
TimelineChunk chunkOf(const Timeline &timeline, std::uint32_t step)
{
    const std::span<const Event> events = timeline.events(step);
    return {{}, {events.begin(), events.end()}, {timeline.step(step)}};
}

} // namespace

class TestAnyRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyMoment_hasASoundSentence_data() { seeds(); }
    void everyMoment_hasASoundSentence();
    void wordsAtAMoment_doNotDependOnTheWayThere_data() { seeds(); }
    void wordsAtAMoment_doNotDependOnTheWayThere();
    void reportOfAnObject_accountsForItsCount_data() { seeds(); }
    void reportOfAnObject_accountsForItsCount();
    void growingTimeline_givesTheSameWords();

private:
    static void seeds();
};

void TestAnyRun::seeds()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestAnyRun::everyMoment_hasASoundSentence()
{
    QFETCH(std::uint32_t, seed);
    const Timeline timeline = randomRun(seed, 300);
    Moment moment(timeline);
    for (const Position position : positionsOf(timeline)) {
        moment.seek(position);
        const Words words(moment);
        QVERIFY2(isSound(words.sentence.text()), words.sentence.text().c_str());
        QVERIFY2(isSound(words.event.text()), words.event.text().c_str());
        for (const Chip &chip : words.strip.chips)
            QVERIFY(!chip.spans.empty());
    }
    for (std::uint64_t number = 0; number < timeline.eventCount(); ++number)
        if (isWorthARow(timeline.allEvents()[number]))
            QVERIFY(!eventTextOf(timeline, number).verb.empty());
}

void TestAnyRun::wordsAtAMoment_doNotDependOnTheWayThere()
{
    QFETCH(std::uint32_t, seed);
    const Timeline timeline = randomRun(seed, 200);
    const std::vector<Position> positions = positionsOf(timeline);
    std::vector<Words> forward;
    Moment moment(timeline);
    for (const Position position : positions) {
        moment.seek(position);
        forward.emplace_back(moment);
    }
    for (std::size_t i = positions.size(); i-- > 0;) {
        moment.seek(positions[i]);
        QVERIFY(Words(moment) == forward[i]);
    }
}

void TestAnyRun::reportOfAnObject_accountsForItsCount()
{
    QFETCH(std::uint32_t, seed);
    const Timeline timeline = randomRun(seed, 300);
    Moment moment(timeline);
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step) {
        moment.seek(timeline.end(step));
        for (std::uint32_t id = 1; id <= timeline.lexicon().objectCount(); ++id) {
            const ObjectState state = moment.now().object({id});
            const Report report = objectReport(moment, {id});
            QVERIFY(!report.biography.empty());
            if (!state.alive)
                continue;
            const auto rows = static_cast<std::uint32_t>(report.sections.front().rows.size());
            QCOMPARE(report.sections.front().title, std::string("Held by"));
            QCOMPARE(rows, state.held + (state.unaccounted() > 0 ? 1 : 0));
        }
    }
}

void TestAnyRun::growingTimeline_givesTheSameWords()
{
    const Timeline whole = randomRun(3, 300);
    Timeline growing;
    growing.append({wordsOf(whole.lexicon()), {}, {whole.step(0)}});
    Moment moment(growing);
    for (std::uint32_t step = 1; step < whole.stepCount(); ++step) {
        growing.append(chunkOf(whole, step));
        moment.seek(growing.end(step));
        QVERIFY(sentenceAt(moment) == sentenceAt(whole, whole.end(step)));
        QVERIFY(marksAt(moment) == marksAt(Moment(whole, whole.end(step))));
    }
}

QTEST_GUILESS_MAIN(TestAnyRun)
#include "tst_anyrun.moc"
