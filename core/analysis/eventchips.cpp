#include "analysis/chips.h"

#include "analysis/mark.h"
#include "analysis/nouns.h"
#include "analysis/sentence.h"
#include "analysis/source.h"

#include <algorithm>

namespace tetherscope {

namespace {

Span words(std::string_view text)
{
    return {std::string(text), Span::Kind::Plain};
}

Span named(std::string text)
{
    return {std::move(text), Span::Kind::Code};
}

Span changed(std::string text)
{
    return {std::move(text), Span::Kind::Strong};
}

Spans joined(std::initializer_list<Span> parts)
{
    Spans spans;
    for (const Span &part : parts) {
        if (part.text.empty())
            continue;
        if (!spans.empty())
            append(spans, words(" "));
        append(spans, part);
    }
    return spans;
}

Spans acquireWords(const Event &event, const Lexicon &lexicon)
{
    const std::string_view passing = stubLabel(event.holderKind);
    const std::string_view verb = event.entry() ? "hit: acquire" : passing.empty() ? "acquire" : passing;
    return joined({words(verb), named(lexicon.label(event.object)), changed(countChange(event))});
}

Spans releaseWords(const Event &event, const Lexicon &lexicon)
{
    if (event.holderKind == Holder::Argument)
        return joined({words("return"), changed(decimal(event.strong))});
    return joined({words("release"), named(lexicon.label(event.object)), changed(countChange(event))});
}

Spans bindWords(const Event &event, const Lexicon &lexicon)
{
    const std::string held =
        event.object ? lexicon.label(event.object) : std::string(lexicon.text(event.text));
    return joined({words("bind"), named(nameLabel(event.name(), lexicon) + (event.object ? " → " : " = ") +
                                        elideMiddle(onOneLine(withoutAddresses(held)), 24))});
}

Spans slotWords(std::string_view verb, const Event &event, const Lexicon &lexicon)
{
    const std::string to =
        event.object && event.kind != EventKind::Unlink ? " → " + lexicon.label(event.object) : "";
    return joined({words(verb), named(elideMiddle(slotLabel(event.slot(), lexicon), 32) + to)});
}

Spans itemWords(const Event &event, const Lexicon &lexicon)
{
    const std::string value = elideMiddle(onOneLine(withoutAddresses(lexicon.text(event.text))), 24);
    return joined({named(slotLabel(event.slot(), lexicon) + (value.empty() ? " gone" : " = " + value))});
}

Spans lookupWords(const Event &event, const Lexicon &lexicon)
{
    const std::string found = event.otherObject() ? lexicon.label(event.otherObject()) : std::string();
    return joined({words("look up"), named(elideMiddle(lexicon.text(event.text), 24)),
                   words(found.empty() ? "miss" : "hit"), named(found)});
}

Spans dereferenceWords(const Event &event, const Lexicon &lexicon)
{
    const std::string found = event.otherObject() ? lexicon.label(event.otherObject()) : "None";
    return joined({words("call"), named(lexicon.label(event.object) + " → " + found)});
}

Spans objectWords(std::string_view verb, const Event &event, const Lexicon &lexicon)
{
    return joined({words(verb), named(lexicon.label(event.object))});
}

Spans functionWords(std::string_view verb, const Event &event, const Lexicon &lexicon)
{
    return joined({words(verb), named(shortFunctionName(event.scope(), lexicon))});
}

Spans lifeWords(const Event &event, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Create:
        return objectWords(event.entry() ? "miss: create" : "create", event, lexicon);
    case EventKind::Acquire:
        return acquireWords(event, lexicon);
    case EventKind::Release:
        return releaseWords(event, lexicon);
    case EventKind::Evict:
        return joined({words("evict"), named(std::string(lexicon.text(lexicon.entry(event.entry()).key)))});
    case EventKind::Collect:
        return joined({words("collect"), changed(decimal(event.number()))});
    default:
        return objectWords(kindName(event.kind), event, lexicon);
    }
}

Spans placeWords(const Event &event, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Bind:
        return bindWords(event, lexicon);
    case EventKind::Unbind:
        return joined({words("unbind"), named(nameLabel(event.name(), lexicon))});
    case EventKind::Item:
        return itemWords(event, lexicon);
    default:
        return slotWords(kindName(event.kind), event, lexicon);
    }
}

Spans wordsOf(const Event &event, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Bind:
    case EventKind::Unbind:
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Item:
        return placeWords(event, lexicon);
    case EventKind::Call:
    case EventKind::Return:
        return functionWords(kindName(event.kind), event, lexicon);
    case EventKind::Raise:
    case EventKind::Unraisable:
        return joined({words(kindName(event.kind)), named(std::string(lexicon.text(event.otherText())))});
    case EventKind::Print:
        return joined({words("print")});
    case EventKind::Lookup:
        return lookupWords(event, lexicon);
    case EventKind::Dereference:
        return dereferenceWords(event, lexicon);
    case EventKind::Identity:
        return joined({words("compare")});
    case EventKind::CacheMade:
        return joined({words("cache"), named(std::string(lexicon.text(lexicon.cache(event.cache()).name)))});
    default:
        return lifeWords(event, lexicon);
    }
}

Trend toneOf(const Event &event)
{
    switch (event.kind) {
    case EventKind::Create:
    case EventKind::Acquire:
    case EventKind::Resurrect:
        return Trend::Gain;
    case EventKind::Release:
    case EventKind::Evict:
    case EventKind::Free:
    case EventKind::Clear:
        return Trend::Loss;
    default:
        return Trend::Neutral;
    }
}

/// A plain value is worth a chip only where the statement itself assigned it.
bool isAssignedValue(const Event &event, const Moment &moment)
{
    const Lexicon &lexicon = moment.lexicon();
    if (event.kind != EventKind::Bind || lexicon.name(event.name()).scope != moment.step().scope)
        return false;
    const std::vector<std::string_view> targets = targetNames(lexicon.text(moment.step().source));
    return std::find(targets.begin(), targets.end(), lexicon.nameText(event.name())) != targets.end();
}

bool isWorthAChip(const Event &event, const Moment &moment)
{
    switch (event.kind) {
    case EventKind::Bind:
    case EventKind::Unbind:
        return event.object || isAssignedValue(event, moment);
    case EventKind::Counted:
    case EventKind::LookedAt:
        return false;
    default:
        return true;
    }
}

} // namespace

std::vector<Chip> eventChips(const Moment &moment)
{
    std::vector<Chip> chips;
    const std::span<const Event> events = moment.stepEvents();
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        if (!isWorthAChip(events[i], moment))
            continue;
        Chip chip;
        chip.spans = wordsOf(events[i], moment.lexicon());
        chip.tone = toneOf(events[i]);
        chip.position = {moment.position().step, i + 1};
        chips.push_back(std::move(chip));
    }
    return chips;
}

} // namespace tetherscope
