// The protocol of sharedlookup.h and sharedending.h under Relacy, which tries thread schedules and all that
// the C++ memory model lets a load return: hits without a lock, misses with it, the last release, nodes used
// again.
//
// Two keys of one hash, two slots of one bucket, three nodes, three threads. The protocol as it is must hold
// in every schedule; each mutant, which is the protocol with one of its reasons taken away, must be caught.
// Else the model proves nothing.
//
// Usage: hits SCHEDULES [MUTANT-SCHEDULES]. Of the year 1998, because Relacy is.
#include <cstdio>
#include <cstdlib>
#include <ostream>

// Replaces new and delete: after the standard library.
#include <relacy/relacy.hpp>

enum Mutant {
    Faithful,
    RevivesTheDead,   // a unit is taken of a count of zero
    ComparesKeyFirst, // … and not again when it has the unit
    EvictsWithoutLock,
    ReleasesRelaxed,    // the last release does not see the others' uses
    PublishesRelaxed,   // a hit does not see the object's construction
    TakesRelaxed,       // likewise
    ErasesByKey,        // the successor's entry goes instead
    FreesBeforeLeaving, // the node is used again while the table still has it
    MutantCount
};

const char *const names[] = {"faithful",
                             "revives the dead",
                             "compares the key first",
                             "evicts without the lock",
                             "releases relaxed",
                             "publishes relaxed",
                             "takes relaxed",
                             "erases by key",
                             "frees before leaving"};

template<int mutant>
struct Model : rl::test_suite<Model<mutant>, 3>
{
    enum { slotCount = 3, nodeCount = 4, nobody = -1 };

    struct Node
    {
        rl::atomic<unsigned> count;
        rl::var<int> key;
        rl::var<int> object; // ten times the key while it lives
    };

    Node nodes[nodeCount];
    rl::atomic<int> slots[slotCount];
    rl::atomic<unsigned> tags; // one bit for each slot in use: a word that is read, changed and written
    rl::mutex lock;
    rl::var<int> unused[nodeCount]; // a stack
    rl::var<int> unusedCount;
    rl::atomic<int> newest[2]; // the node last made for each key

    void before()
    {
        for (int i = 0; i < nodeCount; ++i) {
            nodes[i].count.store(0u, rl::mo_relaxed, $);
            nodes[i].key($) = 0;
            nodes[i].object($) = 0;
            unused[i]($) = i;
        }
        for (int i = 0; i < slotCount; ++i)
            slots[i].store(0, rl::mo_relaxed, $);
        tags.store(0u, rl::mo_relaxed, $);
        unusedCount($) = int(nodeCount);
        newest[0].store(0, rl::mo_relaxed, $);
        newest[1].store(0, rl::mo_relaxed, $);
    }

    void thread(unsigned index)
    {
        const int keys[3][2] = {{1, 2}, {1, 1}, {2, 1}};
        for (int round = 0; round < 2; ++round)
            use(keys[index][round]);
    }

    void after()
    {
        RL_ASSERT(tags.load(rl::mo_relaxed, $) == 0);
        RL_ASSERT(unusedCount($) == nodeCount);
    }

    bool isUsed(int slot, unsigned seen) { return (seen & (1u << slot)) != 0; }
    void setUsed(int slot, bool used)
    {
        const unsigned others = tags.load(rl::mo_relaxed, $) & ~(1u << slot);
        tags.store(used ? others | (1u << slot) : others,
                   mutant == PublishesRelaxed ? rl::mo_relaxed : rl::mo_release, $);
    }

    void use(int key)
    {
        const int node = get(key);
        RL_ASSERT(nodes[node].object($) == 10 * key);
        RL_ASSERT(newest[key - 1].fetch_add(0, rl::mo_relaxed, $) ==
                  node); // nobody makes what somebody holds
        release(node);
    }

    int get(int key)
    {
        const int found = hit(key);
        return found != nobody ? found : make(key);
    }

    bool take(int node)
    {
        const rl::memory_order order = mutant == TakesRelaxed ? rl::mo_relaxed : rl::mo_acquire;
        unsigned seen = nodes[node].count.load(rl::mo_relaxed, $);
        while (seen != 0 || mutant == RevivesTheDead) {
            if (nodes[node].count.compare_exchange_weak(seen, seen + 1, order, $))
                return true;
        }
        return false;
    }

    int hit(int key)
    {
        const unsigned seen = tags.load(rl::mo_acquire, $);
        for (int i = 0; i < slotCount; ++i) {
            if (!isUsed(i, seen))
                continue;
            const int node = slots[i].load(rl::mo_acquire, $);
            if (mutant == ComparesKeyFirst && nodes[node].key($) != key)
                continue;
            if (!take(node))
                continue;
            if (mutant == ComparesKeyFirst || nodes[node].key($) == key)
                return node;
            release(node);
            return nobody;
        }
        return nobody;
    }

    int make(int key)
    {
        lock.lock($);
        const unsigned seen = tags.load(rl::mo_relaxed, $);
        for (int i = 0; i < slotCount; ++i) {
            const int node = slots[i].load(rl::mo_relaxed, $);
            if (isUsed(i, seen) && nodes[node].key($) == key && take(node)) {
                lock.unlock($);
                return node;
            }
        }
        unusedCount($) = unusedCount($) - 1;
        const int node = unused[unusedCount($)]($);
        nodes[node].key($) = key;
        nodes[node].object($) = 10 * key;
        newest[key - 1].exchange(node, rl::mo_relaxed, $);
        nodes[node].count.store(1u, mutant == PublishesRelaxed ? rl::mo_relaxed : rl::mo_release, $);
        const int slot = freeSlot();
        slots[slot].store(node, mutant == PublishesRelaxed ? rl::mo_relaxed : rl::mo_release, $);
        setUsed(slot, true);
        lock.unlock($);
        return node;
    }

    int freeSlot()
    {
        for (int i = 0; i < slotCount; ++i) {
            if (!isUsed(i, tags.load(rl::mo_relaxed, $)))
                return i;
        }
        RL_ASSERT(false);
        return 0;
    }

    void release(int node)
    {
        const rl::memory_order order = mutant == ReleasesRelaxed ? rl::mo_relaxed : rl::mo_acq_rel;
        if (nodes[node].count.fetch_sub(1, order, $) != 1)
            return;
        if (mutant == FreesBeforeLeaving) {
            giveBack(node);
            leave(node);
        } else {
            leave(node);
            giveBack(node);
        }
    }

    void leave(int node)
    {
        if (mutant != EvictsWithoutLock)
            lock.lock($);
        const int key = mutant == ErasesByKey ? nodes[node].key($) : 0;
        for (int i = 0; i < slotCount; ++i) {
            const int seen = slots[i].load(rl::mo_relaxed, $);
            const bool same = mutant == ErasesByKey ? nodes[seen].key($) == key : seen == node;
            if (isUsed(i, tags.load(rl::mo_relaxed, $)) && same) {
                setUsed(i, false);
                break;
            }
        }
        if (mutant != EvictsWithoutLock)
            lock.unlock($);
    }

    void giveBack(int node)
    {
        nodes[node].object($) = 0; // the destructors, with no lock held
        nodes[node].key($) = 0;
        lock.lock($);
        unused[unusedCount($)]($) = node;
        unusedCount($) = unusedCount($) + 1;
        lock.unlock($);
    }
};

template<int mutant>
bool holds(rl::iteration_t schedules)
{
    std::ostream ignored(0);
    rl::test_params parameters;
    parameters.iteration_count = schedules;
    parameters.search_type = rl::random_scheduler_type;
    if (mutant != Faithful) {
        parameters.output_stream = &ignored;
        parameters.progress_stream = &ignored;
    }
    typedef Model<mutant> Tested;
    return rl::simulate<Tested>(parameters);
}

template<int mutant>
struct Mutants
{
    static bool allCaught(rl::iteration_t schedules)
    {
        const bool caught = !holds<mutant>(schedules);
        std::printf("%s: %s\n", names[mutant], caught ? "caught" : "NOT CAUGHT");
        std::fflush(stdout);
        return Mutants<mutant + 1>::allCaught(schedules) && caught;
    }
};
template<>
struct Mutants<MutantCount>
{
    static bool allCaught(rl::iteration_t) { return true; }
};

int main(int count, char **arguments)
{
    const rl::iteration_t schedules = count > 1 ? std::strtoull(arguments[1], 0, 10) : 100000;
    const rl::iteration_t forMutants = count > 2 ? std::strtoull(arguments[2], 0, 10) : 10 * schedules;
    const bool faithful = holds<Faithful>(schedules);
    std::printf("faithful: %s\n", faithful ? "holds" : "DOES NOT HOLD");
    return Mutants<Faithful + 1>::allCaught(forMutants) && faithful ? 0 : 1;
}
