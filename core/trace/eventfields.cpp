#include "trace/eventfields.h"

#include "trace/jsonwriter.h"

#include <cassert>

namespace tetherscope {

namespace {

void writeCount(JsonWriter &json, const Event &event, const Lexicon &lexicon)
{
    json.field("object", lexicon.label(event.object));
    if (event.kind != EventKind::Create)
        json.field("holder", holderText(event.holder(), lexicon));
    json.field("strong", event.strong);
}

void writeRow(JsonWriter &json, EntryId entry, const Lexicon &lexicon)
{
    const EntryInfo &info = lexicon.entry(entry);
    json.field("cache", lexicon.text(lexicon.cache(info.cache).name));
    json.field("key", lexicon.text(info.key));
}

void writeBinding(JsonWriter &json, const Event &event, const Lexicon &lexicon)
{
    const NameInfo &info = lexicon.name(event.name());
    json.field("scope", lexicon.scopeName(info.scope));
    json.field("name", lexicon.text(info.text));
    if (event.object)
        json.field("object", lexicon.label(event.object));
    else
        json.field("value", lexicon.text(event.text));
}

void writeEdge(JsonWriter &json, const Event &event, const Lexicon &lexicon)
{
    const SlotInfo &info = lexicon.slot(event.slot());
    json.field("from", lexicon.label(info.owner));
    json.field("slot", lexicon.text(info.text));
    json.key("to");
    if (event.object)
        json.value(lexicon.label(event.object));
    else
        json.null();
}

void writeFields(JsonWriter &json, const Event &event, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Create:
    case EventKind::Acquire:
    case EventKind::Release:
        writeCount(json, event, lexicon);
        if (event.kind == EventKind::Create && event.entry())
            writeRow(json, event.entry(), lexicon);
        break;
    case EventKind::Evict:
        writeRow(json, event.entry(), lexicon);
        json.field("object", lexicon.label(event.object));
        break;
    case EventKind::Free:
    case EventKind::Finalize:
    case EventKind::Resurrect:
        json.field("object", lexicon.label(event.object));
        break;
    case EventKind::Bind:
    case EventKind::Unbind:
        writeBinding(json, event, lexicon);
        break;
    case EventKind::Link:
    case EventKind::Unlink:
        writeEdge(json, event, lexicon);
        break;
    case EventKind::Weaken:
        json.field("ref", lexicon.label(lexicon.slot(event.slot()).owner));
        json.field("object", lexicon.label(event.object));
        break;
    case EventKind::Clear:
        json.field("ref", lexicon.label(lexicon.slot(event.slot()).owner));
        break;
    case EventKind::Callback:
        json.field("ref", lexicon.label(event.object));
        break;
    case EventKind::Collect:
        json.field("count", event.number());
        break;
    case EventKind::Call:
    case EventKind::Return:
        json.field("scope", lexicon.scopeName(event.scope()));
        break;
    case EventKind::Raise:
    case EventKind::Unraisable:
        json.field("type", lexicon.text(event.otherText()));
        json.field("text", lexicon.text(event.text));
        break;
    default: // a print says nothing more: its text is in "output"
        break;
    }
}

} // namespace

std::string holderText(HolderRef holder, const Lexicon &lexicon)
{
    switch (holder.kind) {
    case Holder::Argument:
        return "argument";
    case Holder::ReturnValue:
        return "return value";
    case Holder::Name: {
        const NameInfo &name = lexicon.name({holder.id});
        return std::string("name:")
            .append(lexicon.scopeName(name.scope))
            .append(".")
            .append(lexicon.text(name.text));
    }
    case Holder::Slot: {
        const SlotInfo &slot = lexicon.slot({holder.id});
        return lexicon.label(slot.owner).append(".").append(lexicon.text(slot.text));
    }
    case Holder::InFlight:
        break;
    }
    return "in flight";
}

void writeEvent(JsonWriter &json, const Event &event, const Lexicon &lexicon)
{
    assert(isExported(event.kind));
    json.beginObject();
    json.field("kind", kindName(event.kind));
    writeFields(json, event, lexicon);
    json.endObject();
}

} // namespace tetherscope
