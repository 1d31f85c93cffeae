#include "analysis/eventtext.h"

#include "analysis/facts.h"
#include "analysis/mark.h"
#include "analysis/nouns.h"

namespace tetherscope {

namespace {

EventShape shapeOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Create:
        return EventShape::Create;
    case EventKind::Acquire:
        return EventShape::Acquire;
    case EventKind::Release:
        return EventShape::Release;
    case EventKind::Evict:
        return EventShape::Evict;
    default:
        return EventShape::Other;
    }
}

/// "hit, 1 → 2", "argument, 1 → 2", "1 → 2".
std::string countDetail(const Event &event)
{
    if (event.entry())
        return "hit, " + countChange(event);
    const std::string_view passing = stubLabel(event.holderKind);
    return passing.empty() ? countChange(event) : std::string(passing) + ", " + countChange(event);
}

EventText aboutName(EventText text, const Event &event, const Lexicon &lexicon)
{
    text.subject = nameLabel(event.name(), lexicon);
    text.detail = event.object ? lexicon.label(event.object) : std::string(lexicon.text(event.text));
    text.object = event.object;
    text.name = event.name();
    return text;
}

EventText aboutSlot(EventText text, const Event &event, const Lexicon &lexicon)
{
    text.subject = slotLabel(event.slot(), lexicon);
    text.detail = event.object ? lexicon.label(event.object) : std::string();
    text.object = event.object ? event.object : lexicon.slot(event.slot()).owner;
    return text;
}

EventText aboutObject(EventText text, const Event &event, const Lexicon &lexicon)
{
    text.subject = lexicon.label(event.object);
    text.object = event.object;
    if (event.kind == EventKind::Create && event.entry())
        text.detail = "miss";
    else if (event.kind == EventKind::Acquire || event.kind == EventKind::Release)
        text.detail = countDetail(event);
    return text;
}

EventText aboutRow(EventText text, const Event &event, const Lexicon &lexicon)
{
    text.subject = keyText({{}, event.entry()}, lexicon);
    text.detail = lexicon.label(event.object);
    text.object = event.object;
    return text;
}

EventText aboutProgram(EventText text, const Event &event, const Lexicon &lexicon)
{
    const bool call = event.kind == EventKind::Call || event.kind == EventKind::Return;
    const bool fault = event.kind == EventKind::Raise || event.kind == EventKind::Unraisable;
    if (call)
        text.subject = lexicon.text(lexicon.scope(event.scope()).function);
    else if (fault)
        text.subject = lexicon.text(event.otherText());
    else if (event.kind == EventKind::Collect)
        text.subject = decimal(event.number());
    else
        text.subject = onOneLine(withoutAddresses(lexicon.text(event.text)));
    while (text.subject.ends_with(' '))
        text.subject.pop_back();
    return text;
}

} // namespace

bool isWorthARow(const Event &event)
{
    switch (event.kind) {
    case EventKind::Bind:
    case EventKind::Unbind:
        return bool(event.object);
    default:
        return isExported(event.kind);
    }
}

EventText eventTextOf(const Timeline &timeline, std::uint64_t number)
{
    const Event &event = timeline.allEvents()[number];
    const Lexicon &lexicon = timeline.lexicon();
    const EventText text{shapeOf(event.kind), std::string(kindName(event.kind)), {}, {}, {}, {}};
    switch (event.kind) {
    case EventKind::Bind:
    case EventKind::Unbind:
        return aboutName(text, event, lexicon);
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Item:
        return aboutSlot(text, event, lexicon);
    case EventKind::Evict:
        return aboutRow(text, event, lexicon);
    case EventKind::Collect:
    case EventKind::Call:
    case EventKind::Return:
    case EventKind::Raise:
    case EventKind::Unraisable:
    case EventKind::Print:
        return aboutProgram(text, event, lexicon);
    default:
        return aboutObject(text, event, lexicon);
    }
}

} // namespace tetherscope
