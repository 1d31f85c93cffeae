#include "timelinetext.h"

#include "qt/moves.h"
#include "qt/player.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tetherscope;

namespace {

/// a calls f, which does two things, between two plain statements; then a statement with hidden events only.
std::shared_ptr<const Timeline> runWithCall()
{
    return std::make_shared<const Timeline>(timelineFromText(R"(
create Node#1
bind a Node#1
step a = Node()
call f@1 from 2
set f@1.x Node#1
step x = a
item Node#1.year = 2022
step x.year = 2022
return
del f@1.x
step f()
del a
kill Node#1
step del a
)"));
}

QString text(std::optional<Position> position)
{
    return position ? QStringLiteral("%1:%2").arg(position->step).arg(position->events)
                    : QStringLiteral("nothing");
}

QString text(Position position)
{
    return text(std::optional(position));
}

using Move = std::optional<Position> (*)(const Timeline &, Position);

/// Where the move leads from the start, again and again, as text.
QString walk(Move move, Position from)
{
    const std::shared_ptr<const Timeline> timeline = runWithCall();
    QStringList places{text(from)};
    for (std::optional<Position> next = move(*timeline, from); next; next = move(*timeline, *next))
        places.append(text(*next));
    return places.join(u' ');
}

} // namespace

class MovesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void steps_standAtTheirEnds()
    {
        QVERIFY(walk(moves::nextStep, {}).startsWith(u"0:0 1:2 2:"));
        const std::shared_ptr<const Timeline> timeline = runWithCall();
        QCOMPARE(text(moves::nextStep(*timeline, {1, 1})), u"1:2"_qs);
        QCOMPARE(text(moves::previousStep(*timeline, {1, 1})), u"0:0"_qs);
        QCOMPARE(text(moves::nextStep(*timeline, timeline->last())), u"nothing"_qs);
        QCOMPARE(text(moves::previousStep(*timeline, {})), u"nothing"_qs);
    }

    void backward_visitsTheSamePlaces_data()
    {
        QTest::addColumn<bool>("byEvents");
        QTest::newRow("step by step") << false;
        QTest::newRow("event by event") << true;
    }

    void backward_visitsTheSamePlaces()
    {
        QFETCH(bool, byEvents);
        const Position last = runWithCall()->last();
        QStringList forward = walk(byEvents ? moves::nextEvent : moves::nextStep, {}).split(u' ');
        const QStringList back =
            walk(byEvents ? moves::previousEvent : moves::previousStep, last).split(u' ');
        std::reverse(forward.begin(), forward.end());
        QCOMPARE(back, forward);
    }

    void hiddenEvents_areNoStops()
    {
        // The third step has one event, which is not exported: one stop, its end.
        const std::shared_ptr<const Timeline> timeline = runWithCall();
        const Position before = timeline->end(2);
        QCOMPARE(text(moves::nextEvent(*timeline, before)), text(timeline->end(3)));
        QCOMPARE(text(moves::previousEvent(*timeline, timeline->end(3))), text(before));
    }

    void over_passesTheCall()
    {
        const std::shared_ptr<const Timeline> timeline = runWithCall();
        QCOMPARE(text(moves::nextOver(*timeline, timeline->end(1))), text(timeline->end(4)));
        QCOMPARE(text(moves::previousOver(*timeline, timeline->end(4))), text(timeline->end(1)));
        QCOMPARE(text(moves::nextOver(*timeline, timeline->end(2))), text(timeline->end(3)));
        QCOMPARE(text(moves::nextOver(*timeline, timeline->end(3))), text(timeline->end(4)));
    }

    void out_leavesTheCall()
    {
        const std::shared_ptr<const Timeline> timeline = runWithCall();
        QCOMPARE(text(moves::out(*timeline, timeline->end(2))), text(timeline->end(4)));
        QCOMPARE(text(moves::out(*timeline, timeline->end(1))), u"nothing"_qs);
    }

    void player_tellsOnlyOfMovesThatLeadSomewhere()
    {
        Player player;
        player.stepForward();
        player.setTimeline(runWithCall());
        QSignalSpy moved(&player, &Player::positionChanged);
        player.stepBack();
        player.first();
        QCOMPARE(moved.count(), 0);
        player.last();
        player.last();
        player.stepForward();
        QCOMPARE(moved.count(), 1);
        QVERIFY(player.isAtEnd());
    }

    void player_seeksWithinTheRun()
    {
        Player player;
        const std::shared_ptr<const Timeline> timeline = runWithCall();
        player.setTimeline(timeline);
        player.seek({99, 1});
        QCOMPARE(text(player.position()), text(timeline->last()));
        player.seek({1, 99});
        QCOMPARE(text(player.position()), u"1:2"_qs);
        player.seekStep(2);
        QCOMPARE(text(player.position()), text(timeline->end(2)));
    }

    void player_playsToTheEndAndStops()
    {
        Player player;
        player.setTimeline(runWithCall());
        player.last();
        player.setStepsPerSecond(Player::fastest * 10);
        QCOMPARE(player.stepsPerSecond(), Player::fastest);
        QSignalSpy playing(&player, &Player::playingChanged);
        player.togglePlaying(); // from the start again
        QVERIFY(player.isAtStart());
        QTRY_VERIFY(!player.isPlaying());
        QVERIFY(player.isAtEnd());
        QCOMPARE(playing.count(), 2);
    }
};

QTEST_GUILESS_MAIN(MovesTest)
#include "tst_moves.moc"
