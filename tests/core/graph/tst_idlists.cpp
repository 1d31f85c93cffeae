#include "graph/idlists.h"

#include <QRegularExpression>
#include <QTest>

#include <random>
#include <set>

using namespace tetherscope;

namespace {

std::vector<std::uint32_t> valuesIn(const IdLists<ObjectId> &lists, std::size_t list)
{
    std::vector<std::uint32_t> values;
    for (const ObjectId id : lists.range(list))
        values.push_back(id.value);
    return values;
}

} // namespace

class TestIdLists : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void unknownList_isEmpty();
    void ids_comeBackToTheirPlace();
    void randomChanges_agreeWithASortedSet();
};

void TestIdLists::unknownList_isEmpty()
{
    const IdLists<ObjectId> lists;
    QVERIFY(lists.range(7).empty());
    QVERIFY(lists.range(7).begin() == lists.range(7).end());
}

void TestIdLists::ids_comeBackToTheirPlace()
{
    IdLists<ObjectId> lists;
    for (std::uint32_t i = 1; i <= 5; ++i)
        lists.insert(0, {i});
    for (const std::uint32_t i : {1U, 3U, 5U, 2U, 4U})
        lists.remove(0, {i});
    QVERIFY(lists.range(0).empty());
    for (const std::uint32_t i : {4U, 1U, 5U, 2U})
        lists.insert(0, {i});
    QCOMPARE(valuesIn(lists, 0), (std::vector<std::uint32_t>{1, 2, 4, 5}));
    QCOMPARE(lists.range(0).front(), ObjectId{1});
}

void TestIdLists::randomChanges_agreeWithASortedSet()
{
    IdLists<ObjectId> lists;
    std::set<std::uint32_t> expected[3];
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const auto id = static_cast<std::uint32_t>(1 + random() % 60);
        std::set<std::uint32_t> &list = expected[id % 3];
        if (list.erase(id) > 0) {
            lists.remove(id % 3, {id});
        } else {
            list.insert(id);
            lists.insert(id % 3, {id});
        }
        QCOMPARE(valuesIn(lists, id % 3), std::vector<std::uint32_t>(list.begin(), list.end()));
        QCOMPARE(lists.range(id % 3).size(), list.size());
    }
}

QTEST_APPLESS_MAIN(TestIdLists)
#include "tst_idlists.moc"
