#include "timelinetext.h"

#include "analysis/folding.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// Two lists of three nodes, one name each; `tail` holds the last node of the second. A weak reference
/// `watch` to its middle, a plain value, and Box#1 that holds itself only by its name.
constexpr std::string_view run = R"(
new Node#1 a
create Node#2
set Node#1.next Node#2
create Node#3
set Node#2.next Node#3
new Node#4 b
create Node#5
set Node#4.next Node#5
create Node#6
set Node#5.next Node#6
set tail Node#6
new ref#1 watch
weaken ref#1.* Node#5
bind n = 3
new Box#1 box
step pass
del a
kill Node#1
kill Node#2
kill Node#3
step del a)";

class FoldedRun
{
public:
    FoldedRun()
        : m_timeline(timelineFromText(run))
    {
    }

    ObjectId object(const std::string &label) const
    {
        for (std::uint32_t id = 1; id <= lexicon().objectCount(); ++id) {
            if (lexicon().label({id}) == label)
                return {id};
        }
        return {};
    }
    TextId typeOf(const std::string &label) const { return lexicon().object(object(label)).type; }

    /// "a b | Node#1 +2 Node#4 …": the names and the objects that are seen, heads with what they stand for.
    QString seen(const Folding &folding, std::size_t step = 1) const
    {
        const ObjectGraph graph = m_timeline.graphAt(step);
        const Folded result = folded(folding, graph, lexicon());
        QStringList words;
        for (const NameId name : graph.boundNames()) {
            if (!result.hides(name))
                words += QString::fromStdString(std::string(lexicon().nameText(name)));
        }
        words += QStringLiteral("|");
        for (const ObjectId id : graph.living()) {
            if (!result.hides(id))
                words += QString::fromStdString(lexicon().label(id));
            for (const Folded::Head &head : result.heads) {
                if (head.object == id)
                    words += QStringLiteral("+%1").arg(head.hidden);
            }
        }
        return words.join(u' ');
    }

private:
    const Lexicon &lexicon() const { return m_timeline.lexicon(); }

    Timeline m_timeline;
};

} // namespace

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingFolded_hidesNothing()
    {
        QCOMPARE(FoldedRun().seen({}),
                 u"a b tail watch n box | Node#1 Node#2 Node#3 Node#4 Node#5 Node#6 ref#1 Box#1"_qs);
    }

    void head_standsForWhatOnlyItReaches()
    {
        const FoldedRun run;
        QCOMPARE(run.seen({.heads = {run.object("Node#1"), run.object("Node#4")}}),
                 u"a b tail watch n box | Node#1 +2 Node#4 +1 Node#6 ref#1 Box#1"_qs);
    }

    void headInsideAnother_isHiddenAndCounted_data()
    {
        QTest::addColumn<bool>("innerFirst");
        QTest::newRow("inner first") << true;
        QTest::newRow("outer first") << false;
    }
    void headInsideAnother_isHiddenAndCounted()
    {
        QFETCH(bool, innerFirst);
        const FoldedRun run;
        std::vector<ObjectId> heads{run.object("Node#1"), run.object("Node#2")};
        if (innerFirst)
            std::swap(heads[0], heads[1]);
        QCOMPARE(run.seen({.heads = heads}),
                 u"a b tail watch n box | Node#1 +2 Node#4 Node#5 Node#6 ref#1 Box#1"_qs);
    }

    void headThatRetainsNothing_isNoHead()
    {
        const FoldedRun run;
        QCOMPARE(run.seen({.heads = {run.object("Box#1")}}), run.seen({}));
    }

    void deadHead_hidesNothing()
    {
        const FoldedRun run;
        QCOMPARE(run.seen({.heads = {run.object("Node#1")}}, 2), run.seen({}, 2));
    }

    void type_isShownByItsFirst()
    {
        const FoldedRun run;
        QCOMPARE(run.seen({.types = {run.typeOf("Node#1")}}),
                 u"a b tail watch n box | Node#1 +5 ref#1 Box#1"_qs);
        QCOMPARE(run.seen({.types = {run.typeOf("Node#1")}}, 2),
                 u"b tail watch n box | Node#4 +2 ref#1 Box#1"_qs);
    }

    void focus_showsSoManyEdgesAround_data()
    {
        QTest::addColumn<quint32>("reach");
        QTest::addColumn<QString>("seen");
        QTest::newRow("itself") << 0U << u"| Node#4"_qs;
        QTest::newRow("one edge") << 1U << u"b | Node#4 Node#5"_qs;
        QTest::newRow("two edges, weak ones too") << 2U << u"b | Node#4 Node#5 Node#6 ref#1"_qs;
        QTest::newRow("three edges") << 3U << u"b tail watch | Node#4 Node#5 Node#6 ref#1"_qs;
    }
    void focus_showsSoManyEdgesAround()
    {
        QFETCH(quint32, reach);
        const FoldedRun run;
        QTEST(run.seen({.focus = run.object("Node#4"), .reach = reach}), "seen");
    }

    void plainNames_arePutAway()
    {
        QCOMPARE(FoldedRun().seen({.plainNames = true}),
                 u"a b tail watch box | Node#1 Node#2 Node#3 Node#4 Node#5 Node#6 ref#1 Box#1"_qs);
    }
};

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_folding.moc"
