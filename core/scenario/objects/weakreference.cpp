#include "scenario/objects/weakreference.h"

#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"

namespace tetherscope::vm {

WeakReferenceObject::WeakReferenceObject(Heap &heap, HeapObject &target, Value whenDead, HeapKind kind)
    : HeapObject(heap, kind)
    , callback(std::move(whenDead))
    , m_target(WeakHandle::watch(target))
    , m_watched(&target)
{
    target.m_weakReferences.push_back(this);
}

WeakReferenceObject::~WeakReferenceObject()
{
    unlink();
}

void WeakReferenceObject::unlink()
{
    if (m_watched != nullptr)
        std::erase(m_watched->m_weakReferences, this);
    m_watched = nullptr;
}

Value WeakReferenceObject::target() const
{
    Value found(m_target.lock());
    if (found.isObject())
        found.object()->touch();
    return found;
}

void WeakReferenceObject::clear()
{
    unlink();
    m_target = nullptr;
}

bool WeakReferenceObject::letGo(Departure &departure)
{
    if (id() && targetSlot)
        heap().recorder().take(std::exchange(targetSlot, {}));
    unlink();
    for (Value *part : {&function, &own}) {
        departure = {std::move(*part), {}};
        if (!departure.value.empty())
            return true;
    }
    departure = {std::move(callback), callbackSlot};
    return !departure.value.empty();
}

} // namespace tetherscope::vm
