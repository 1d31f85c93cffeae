// What happens at the edges: a count that is full, all keys in one bucket, a chain of a million, an end while
// the program itself ends. Built with a count that is full at 16.
#define TETHERSCOPE_COUNT_LIMIT 16U

#include "check.h"

#include <tetherscope/weakcache.h>

#include <csignal>
#include <memory>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using tetherscope::DisposalQueue;
using tetherscope::NoObserver;
using tetherscope::Ref;
using tetherscope::Remains;
using tetherscope::SingleThread;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

/// Whether `act` ends the process with abort().
template<typename Act>
bool aborts(Act act)
{
    const pid_t child = fork();
    if (child == 0) {
        act();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

template<typename Policy>
void hold(int handles)
{
    WeakCache<int, int, Policy> cache;
    std::vector<Ref<int, Policy>> held;
    for (int i = 0; i < handles; ++i)
        held.push_back(i % 2 == 0 ? cache.get(1, 1) : held.front());
}

template<typename Policy>
void fullCountEndsTheProgram()
{
    check(!aborts([] { hold<Policy>(15); }), "fifteen handles are fine");
    check(aborts([] { hold<Policy>(16); }), "the sixteenth ends the program instead of wrapping");
}

struct OneHash
{
    std::size_t operator()(int) const { return 0; }
};

template<typename Policy>
void allKeysInOneBucket()
{
    WeakCache<int, int, Policy, NoObserver, OneHash> cache;
    std::vector<Ref<int, Policy>> held;
    for (int key = 0; key < 500; ++key)
        held.push_back(cache.get(key, key));
    for (int key = 0; key < 500; ++key)
        check(cache.get(key, -1) == held[static_cast<std::size_t>(key)], "each is found");
    for (int key = 0; key < 500; key += 2)
        held[static_cast<std::size_t>(key)] = nullptr;
    for (int key = 0; key < 500; ++key)
        check(cache.contains(key) == (key % 2 == 1), "exactly the held are left");
    held.clear();
    check(cache.size() == 0, "all are gone");
}

struct Link
{
    explicit Link(Ref<Link> following)
        : next(std::move(following))
    {
    }
    Ref<Link> next;
    friend void disposeOf(Remains<Link, ThreadSafe> dead) noexcept
    {
        thread_local DisposalQueue<Link> queue;
        queue.add(std::move(dead));
    }
};

void chainOfAMillionInTheCache()
{
    WeakCache<int, Link> cache;
    Ref<Link> head;
    for (int key = 0; key < 1'000'000; ++key)
        head = cache.get(key, std::move(head));
    check(cache.size() == 1'000'000, "a million entries");
    head = nullptr;
    check(cache.size() == 0, "and none");
}

void shrinkingGivesBack()
{
    WeakCache<int, std::string> cache;
    const std::size_t before = cache.stats().bytes;
    {
        std::vector<Ref<std::string>> held;
        for (int key = 0; key < 100'000; ++key)
            held.push_back(cache.get(key, "text"));
        check(cache.stats().bytes > 6'000'000, "bytes are counted");
        held.resize(10);
        cache.shrinkToFit();
        check(cache.stats().bytes < 1'000'000, "nearly all can be given back");
        for (int key = 0; key < 10; ++key)
            check(cache.contains(key), "what is held stays");
        for (int key = 0; key < 100'000; ++key)
            held.push_back(cache.get(key, "text"));
        check(cache.size() == 100'000, "and grows again");
    }
    cache.shrinkToFit();
    check(cache.stats().bytes < before + 300'000, "nothing much is kept");
}

/// Destroyed after everything else, in either order, without a word.
struct Late
{
    Ref<std::string> handle;
    std::unique_ptr<WeakCache<int, std::string>> cache;
};

} // namespace

int main()
{
    static Late late;
    static WeakCache<int, std::string> cache;
    static const Ref<std::string> handle = cache.get(1, "static");
    late.handle = cache.get(1, "static");
    late.cache = std::make_unique<WeakCache<int, std::string>>();
    thread_local const Ref<std::string> mine = cache.get(2, "of the thread");
    check(mine.useCount() == 1, "a thread may hold one to its end");

    fullCountEndsTheProgram<ThreadSafe>();
    fullCountEndsTheProgram<SingleThread>();
    allKeysInOneBucket<ThreadSafe>();
    allKeysInOneBucket<SingleThread>();
    chainOfAMillionInTheCache();
    shrinkingGivesBack();
    return 0;
}
