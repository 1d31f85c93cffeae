#pragma once

#include "scenario/objects/heap.h"

#include <vector>

namespace tetherscope::vm {

/// One run of the cycle collector, as CPython 3.11 does it over all generations.
///
/// Units of a count that no object accounts for come from outside: names of the module, running frames, the
/// interpreter. What such units lead to stays. The rest is garbage: its weak references are cleared and the
/// callbacks of living ones run; then __del__ runs, object by object; what that has saved stays, with all it
/// leads to; what is left is taken apart until nothing of it is held any more.
/// Source  Modules/gcmodule.c of CPython 3.11; the order of its lists decides every order that can be seen.
class Collector
{
public:
    explicit Collector(Heap &heap)
        : m_heap(heap)
    {
    }
    /// How many objects of the picture were garbage.
    std::size_t run();

private:
    void divide(ChainLink &examined, ChainLink &garbage);
    void clearWeakReferences();
    void finalize();
    void spareSaved();
    std::size_t drawn() const;
    void takeApart();
    void untrackPlain();
    struct Hold;
    static HeapObject &objectOf(ChainLink &link) { return static_cast<HeapObject &>(link); }

    Heap &m_heap;
    ChainLink m_garbage;
};

} // namespace tetherscope::vm
