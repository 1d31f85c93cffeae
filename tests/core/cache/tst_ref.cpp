#include <tetherscope/weakref.h>

#include <QtTest>

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace {

using tetherscope::DisposalQueue;
using tetherscope::makeRef;
using tetherscope::Ref;
using tetherscope::Remains;
using tetherscope::SingleThread;
using tetherscope::ThreadSafe;
using tetherscope::WeakRef;

/// Writes its end into a string.
struct Noted
{
    Noted(std::string called, std::string &into)
        : name(std::move(called))
        , story(into)
    {
    }
    ~Noted() { story += name + " dies\n"; }

    std::string name;
    std::string &story;
};

struct NotedDerived : Noted
{
    using Noted::Noted;
    ~NotedDerived() { story += "derived, "; }
};

/// The shape of an interpreter's heap: a hierarchy, a last say, and dying children that wait in a queue.
struct Cell
{
    explicit Cell(std::string &into)
        : story(into)
    {
    }
    virtual ~Cell() = default;

    friend void beforeLastRelease(Cell &dying);
    friend void disposeOf(Remains<Cell, SingleThread> dead) noexcept
    {
        static DisposalQueue<Cell, SingleThread> queue;
        queue.add(std::move(dead));
    }

    std::string &story;
    Ref<Cell, SingleThread> next;
    Ref<Cell, SingleThread> *saveInto = nullptr;
};

void beforeLastRelease(Cell &dying)
{
    dying.story += "asked\n";
    if (dying.saveInto != nullptr)
        *std::exchange(dying.saveInto, nullptr) = Ref<Cell, SingleThread>::share(dying);
}

struct NamedCell : Cell
{
    NamedCell(std::string &into, std::string called)
        : Cell(into)
        , name(std::move(called))
    {
    }
    ~NamedCell() override { story += name + " dies\n"; }

    std::string name;
};

struct CountedCell : Cell
{
    CountedCell(std::string &into, int &counter)
        : Cell(into)
        , deaths(counter)
    {
    }
    ~CountedCell() override { ++deaths; }

    int &deaths;
};

struct Kept
{
    using Grave = std::vector<Remains<Kept, ThreadSafe>>;

    Kept(bool &flag, Grave &place)
        : alive(flag)
        , grave(place)
    {
    }
    ~Kept() { alive = false; }
    friend void disposeOf(Remains<Kept, ThreadSafe> dead) noexcept { dead->grave.push_back(std::move(dead)); }

    bool &alive;
    Grave &grave;
};

struct Link
{
    Ref<Link> next;
    friend void disposeOf(Remains<Link, ThreadSafe> dead) noexcept
    {
        thread_local DisposalQueue<Link> queue;
        queue.add(std::move(dead));
    }
};

struct alignas(128) Wide
{
    unsigned char byte = 7;
};

struct Refuses
{
    explicit Refuses(const Ref<int> &) { throw std::string("no"); }
};

template<typename Policy>
QString countsOfCopiesAndMoves()
{
    Ref<int, Policy> first = makeRef<int, Policy>(5);
    Ref<int, Policy> copy = first;
    const Ref<int, Policy> moved = std::move(copy);
    Ref<const int, Policy> constant = first;
    const auto before = first.useCount();
    constant = nullptr;
    first = std::as_const(first);
    return QString::asprintf("%u %u, moved from: %u, %u weak", before, moved.useCount(), copy.useCount(),
                             first.weakCount());
}

template<typename Policy>
QString livesOfWeakRefs()
{
    std::string story;
    Ref<Noted, Policy> only = makeRef<NotedDerived, Policy>("x", story);
    const WeakRef<Noted, Policy> watcher = only;
    const WeakRef<Noted, Policy> another = watcher;
    story += std::to_string(only.weakCount()) + " watch, " + watcher.lock()->name + ", ";
    only.reset();
    story += watcher.expired() && !watcher.lock() && watcher == another ? "expired" : "not expired";
    return QString::fromStdString(story);
}

} // namespace

class TestRef : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void handle_isAsSmallAsAPointerAndNeverThrows()
    {
        static_assert(sizeof(Ref<int>) == sizeof(void *) && sizeof(WeakRef<int>) == sizeof(void *));
        static_assert(std::is_nothrow_copy_constructible_v<Ref<int>>);
        static_assert(std::is_nothrow_move_constructible_v<Ref<int>>);
        static_assert(std::is_nothrow_copy_assignable_v<Ref<int>>);
        static_assert(!std::is_convertible_v<Ref<int, SingleThread>, Ref<int, ThreadSafe>>);
        QVERIFY(!Ref<int>() && Ref<int>() == nullptr && Ref<int>().useCount() == 0);
    }

    void copies_countAndMovesDoNot()
    {
        const QString expected = QStringLiteral("3 2, moved from: 0, 0 weak");
        QCOMPARE(countsOfCopiesAndMoves<SingleThread>(), expected);
        QCOMPARE(countsOfCopiesAndMoves<ThreadSafe>(), expected);
    }

    void handles_areEqualWhenTheObjectIsTheSame()
    {
        const Ref<int> first = makeRef<int>(1);
        const Ref<int> same = first;
        const Ref<int> twin = makeRef<int>(1);
        QVERIFY(first == same && first != twin);
        QCOMPARE((std::unordered_set<Ref<int>>{first, same, twin}.size()), std::size_t{2});
    }

    void derivedObject_endsAsWhatItWasMade()
    {
        std::string story;
        {
            const Ref<Noted> base = makeRef<NotedDerived>("x", story);
            const Ref<NotedDerived> back = tetherscope::staticRefCast<NotedDerived>(base);
            story += std::to_string(base.useCount()) + "\n";
        }
        QCOMPARE(story, std::string("2\nderived, x dies\n"));
    }

    void assignment_letsGoWhenTheHandleIsAlreadyTheNewOne()
    {
        struct Looks
        {
            ~Looks()
            {
                if (handle != nullptr)
                    *seen = handle->get();
            }
            Ref<Looks> *handle = nullptr;
            Looks **seen = nullptr;
        };
        Ref<Looks> handle = makeRef<Looks>();
        Looks *seen = nullptr;
        handle->handle = &handle;
        handle->seen = &seen;
        handle = makeRef<Looks>();
        QCOMPARE(seen, handle.get());
    }

    void share_addsAHandleToAKnownObject()
    {
        std::string story;
        const Ref<NotedDerived> first = makeRef<NotedDerived>("x", story);
        Noted &known = *first;
        const Ref<Noted> second = Ref<Noted>::share(known);
        QCOMPARE(first.useCount(), 2U);
        QCOMPARE(tetherscope::useCountOf<ThreadSafe>(known), 2U);
    }

    void detach_givesTheUnitAwayUntilAdopt()
    {
        Ref<int> first = makeRef<int>(3);
        int *owned = first.detach();
        QVERIFY(!first);
        QCOMPARE(Ref<int>::adopt(*owned).useCount(), 1U);
    }

    void overAlignedObject_standsWhereItMust()
    {
        const Ref<Wide> wide = makeRef<Wide>();
        QCOMPARE(reinterpret_cast<std::uintptr_t>(wide.get()) % alignof(Wide), std::uintptr_t{0});
        QCOMPARE(int{wide->byte}, 7);
    }

    void throwingConstructor_leavesNothingBehind()
    {
        const Ref<int> argument = makeRef<int>(1);
        QVERIFY_EXCEPTION_THROWN(makeRef<Refuses>(argument), std::string);
        QCOMPARE(argument.useCount(), 1U);
    }

    void weakRef_expiresWithTheLastHandle()
    {
        const QString expected = QStringLiteral("2 watch, x, derived, x dies\nexpired");
        QCOMPARE(livesOfWeakRefs<SingleThread>(), expected);
        QCOMPARE(livesOfWeakRefs<ThreadSafe>(), expected);
    }

    void weakRefThatWatchesNothing_hasExpired()
    {
        QVERIFY(WeakRef<int>().expired());
        QVERIFY(!WeakRef<int>().lock());
    }

    void hook_isAskedOncePerLastRelease()
    {
        std::string story;
        {
            const Ref<Cell, SingleThread> base = makeRef<NamedCell, SingleThread>(story, "x");
            const Ref<Cell, SingleThread> copy = base;
            story += "two\n";
        }
        QCOMPARE(story, std::string("two\nasked\nx dies\n"));
    }

    void objectTakenAgainInTheHook_livesOn()
    {
        std::string story;
        Ref<Cell, SingleThread> saved;
        Ref<Cell, SingleThread> only = makeRef<NamedCell, SingleThread>(story, "x");
        const WeakRef<Cell, SingleThread> watcher = only;
        only->saveInto = &saved;
        only.reset();
        story += "saved, " + std::to_string(saved.useCount()) + "\n";
        QVERIFY(!watcher.expired());
        saved.reset();
        QVERIFY(watcher.expired());
        QCOMPARE(story, std::string("asked\nsaved, 1\nasked\nx dies\n"));
    }

    void children_dieAfterTheirParentsDestructor()
    {
        std::string story;
        Ref<NamedCell, SingleThread> head = makeRef<NamedCell, SingleThread>(story, "head");
        head->next = makeRef<NamedCell, SingleThread>(story, "tail");
        head.reset();
        QCOMPARE(story, std::string("asked\nhead dies\nasked\ntail dies\n"));
    }

    void chainOfAMillion_isDestroyedWithoutRecursion()
    {
        std::string story;
        int deaths = 0;
        Ref<Cell, SingleThread> head;
        for (int i = 0; i < 1'000'000; ++i) {
            const auto cell = makeRef<CountedCell, SingleThread>(story, deaths);
            cell->next = std::move(head);
            head = cell;
        }
        head.reset();
        QCOMPARE(deaths, 1'000'000);
    }

    void threadSafeChainOfAMillion_isDestroyedWithoutRecursion()
    {
        const Ref<Link> tail = makeRef<Link>();
        Ref<Link> head = tail;
        for (int i = 0; i < 1'000'000; ++i)
            head = makeRef<Link>(Link{std::move(head)});
        QCOMPARE(tail.useCount(), 2U);
        head.reset();
        QCOMPARE(tail.useCount(), 1U);
    }

    void remains_canBeKeptAndDestroyedLater()
    {
        bool alive = true;
        Kept::Grave grave;
        Ref<Kept> only = makeRef<Kept>(alive, grave);
        const WeakRef<Kept> watcher = only;
        only.reset();
        QVERIFY(alive && watcher.expired());
        grave.clear();
        QVERIFY(!alive);
    }
};

QTEST_APPLESS_MAIN(TestRef)
#include "tst_ref.moc"
