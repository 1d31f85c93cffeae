#include "graph/event.h"

#include <array>

namespace tetherscope {

EntryId Event::entry() const
{
    switch (kind) {
    case EventKind::Create:
    case EventKind::Acquire:
        return {other};
    case EventKind::Evict:
        return {subject};
    default:
        return {};
    }
}

namespace events {

Event create(ObjectId object, EntryId entry)
{
    return {.kind = EventKind::Create, .object = object, .other = entry.value, .strong = 1};
}

Event acquire(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after, EntryId hit)
{
    return {.kind = EventKind::Acquire,
            .holderKind = holder.kind,
            .object = object,
            .subject = holder.id,
            .other = hit.value,
            .strong = after,
            .before = before};
}

Event release(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after)
{
    return {.kind = EventKind::Release,
            .holderKind = holder.kind,
            .object = object,
            .subject = holder.id,
            .strong = after,
            .before = before};
}

Event evict(EntryId entry, ObjectId object)
{
    return {.kind = EventKind::Evict, .object = object, .subject = entry.value};
}

Event free(ObjectId object)
{
    return {.kind = EventKind::Free, .object = object};
}

Event bind(NameId name, ObjectId object)
{
    return {.kind = EventKind::Bind, .object = object, .subject = name.value};
}

Event bindValue(NameId name, TextId value)
{
    return {.kind = EventKind::Bind, .subject = name.value, .text = value};
}

Event unbind(NameId name, ObjectId object)
{
    return {.kind = EventKind::Unbind, .object = object, .subject = name.value};
}

Event unbindValue(NameId name, TextId value)
{
    return {.kind = EventKind::Unbind, .subject = name.value, .text = value};
}

Event link(SlotId slot, ObjectId to)
{
    return {.kind = EventKind::Link, .object = to, .subject = slot.value};
}

Event unlink(SlotId slot, ObjectId to)
{
    return {.kind = EventKind::Unlink, .object = to, .subject = slot.value};
}

Event weaken(SlotId slot, ObjectId to)
{
    return {.kind = EventKind::Weaken, .object = to, .subject = slot.value};
}

Event clear(SlotId slot, ObjectId to)
{
    return {.kind = EventKind::Clear, .object = to, .subject = slot.value};
}

Event unlinkDead(SlotId slot)
{
    return {.kind = EventKind::Unlink, .flag = true, .subject = slot.value};
}

Event item(SlotId slot, TextId before, TextId after)
{
    return {.kind = EventKind::Item, .subject = slot.value, .other = before.value, .text = after};
}

Event callback(ObjectId ref)
{
    return {.kind = EventKind::Callback, .object = ref};
}

Event finalize(ObjectId object, std::uint32_t before, std::uint32_t after)
{
    return {.kind = EventKind::Finalize, .object = object, .strong = after, .before = before};
}

Event resurrect(ObjectId object)
{
    return {.kind = EventKind::Resurrect, .object = object};
}

Event collect(std::uint32_t count)
{
    return {.kind = EventKind::Collect, .subject = count};
}

Event call(ScopeId scope, std::uint32_t callerLine)
{
    return {.kind = EventKind::Call, .subject = scope.value, .other = callerLine};
}

Event returned(ScopeId scope, std::uint32_t callerLine)
{
    return {.kind = EventKind::Return, .subject = scope.value, .other = callerLine};
}

Event raise(TextId type, TextId text)
{
    return {.kind = EventKind::Raise, .other = type.value, .text = text};
}

Event unraisable(TextId type, TextId text)
{
    return {.kind = EventKind::Unraisable, .other = type.value, .text = text};
}

Event print(TextId line)
{
    return {.kind = EventKind::Print, .text = line};
}

Event printPart(TextId text)
{
    return {.kind = EventKind::Print, .flag = true, .text = text};
}

Event lookup(ObjectId dict, TextId key, ObjectId found)
{
    return {.kind = EventKind::Lookup, .object = dict, .other = found.value, .text = key};
}

Event dereference(ObjectId ref, ObjectId found)
{
    return {.kind = EventKind::Dereference, .object = ref, .other = found.value};
}

Event counted(ObjectId object, std::uint32_t answer)
{
    return {.kind = EventKind::Counted, .object = object, .subject = answer};
}

Event identity(ObjectId left, ObjectId right, bool same)
{
    return {.kind = EventKind::Identity, .flag = same, .object = left, .other = right.value};
}

Event lookedAt(ObjectId object)
{
    return {.kind = EventKind::LookedAt, .object = object};
}

Event cacheMade(CacheId cache)
{
    return {.kind = EventKind::CacheMade, .subject = cache.value};
}

} // namespace events

std::string_view kindName(EventKind kind)
{
    using namespace std::string_view_literals;
    static constexpr std::array names = {
        "create"sv,  "acquire"sv,     "release"sv, "evict"sv,    "free"sv,       "bind"sv,      "unbind"sv,
        "link"sv,    "unlink"sv,      "weaken"sv,  "clear"sv,    "callback"sv,   "finalize"sv,  "resurrect"sv,
        "collect"sv, "call"sv,        "return"sv,  "raise"sv,    "unraisable"sv, "print"sv,     "item"sv,
        "lookup"sv,  "dereference"sv, "counted"sv, "identity"sv, "looked at"sv,  "cache made"sv};
    static_assert(names.size() == static_cast<std::size_t>(EventKind::CacheMade) + 1);
    return names[static_cast<std::size_t>(kind)];
}

} // namespace tetherscope
