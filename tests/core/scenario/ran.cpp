#include "ran.h"

#include "timelinetext.h"

#include <QThread>

#include <memory>

namespace tetherscope {

namespace {

constexpr uint runStackBytes = 64U << 20; ///< what runScenario() asks for

Ran run(const ParseResult &parsed, const RunLimits &limits)
{
    Ran ran;
    if (!parsed.scenario) {
        ran.outcome = {RunStatus::Faulted, parsed.diagnostics.front()};
        return ran;
    }
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { ran.outcome = runScenario(*parsed.scenario, ran.timeline, limits); }));
    thread->setStackSize(runStackBytes);
    thread->start();
    thread->wait();
    return ran;
}

std::string holderText(const Event &event, const Lexicon &words)
{
    switch (event.holderKind) {
    case Holder::InFlight:
        return "in flight";
    case Holder::Argument:
        return "argument";
    case Holder::ReturnValue:
        return "return value";
    case Holder::Name:
        break;
    case Holder::Slot:
        return words.label(words.slot(event.slot()).owner) + '.' + std::string(words.slotText(event.slot()));
    }
    const NameInfo &name = words.name(event.name());
    return std::string(words.scopeName(name.scope)) + '.' + std::string(words.text(name.text));
}

std::string slotText(const Event &event, const Lexicon &words)
{
    return words.label(words.slot(event.slot()).owner) + '.' + std::string(words.slotText(event.slot()));
}

std::string eventText(const Event &event, const Lexicon &words)
{
    const std::string kind(kindName(event.kind));
    switch (event.kind) {
    case EventKind::Acquire:
    case EventKind::Release:
        return kind + ' ' + words.label(event.object) + ' ' + std::to_string(event.before) + " -> " +
               std::to_string(event.strong) + ' ' + holderText(event, words) + (event.entry() ? " hit" : "");
    case EventKind::Bind:
    case EventKind::Unbind: {
        const NameInfo &name = words.name(event.name());
        const std::string value =
            event.object ? words.label(event.object) : std::string(words.text(event.text));
        return kind + ' ' + std::string(words.scopeName(name.scope)) + '.' +
               std::string(words.text(name.text)) + ' ' + value;
    }
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
        return kind + ' ' + slotText(event, words) + ' ' +
               (event.object ? words.label(event.object) : "dead");
    case EventKind::Item:
        return kind + ' ' + slotText(event, words) + ' ' + std::string(words.text(event.text));
    case EventKind::Call:
    case EventKind::Return:
        return kind + ' ' + std::string(words.scopeName(event.scope()));
    case EventKind::Raise:
    case EventKind::Unraisable:
        return kind + ' ' + std::string(words.text(event.otherText())) + ' ' +
               std::string(words.text(event.text));
    case EventKind::Create:
        return kind + ' ' + words.label(event.object) +
               (event.entry() ? ' ' + std::string(words.text(words.entry(event.entry()).key))
                              : std::string());
    case EventKind::Evict:
        return kind + ' ' + std::string(words.text(words.entry(event.entry()).key)) + ' ' +
               words.label(event.object);
    case EventKind::Print:
        return kind + ' ' + std::string(words.text(event.text));
    default:
        return kind + ' ' + words.label(event.object);
    }
}

} // namespace

std::string Ran::output() const
{
    std::string text;
    for (const Event &event : timeline.allEvents()) {
        if (event.kind == EventKind::Print)
            text.append(timeline.lexicon().text(event.text)).append(event.flag ? "" : "\n");
    }
    return text;
}

std::string Ran::fault() const
{
    return outcome.fault ? format("FILE", *outcome.fault) : std::string();
}

std::size_t Ran::stepOf(std::string_view source) const
{
    for (std::size_t step = timeline.stepCount(); step > 1; --step) {
        if (timeline.lexicon().text(timeline.step(step - 1).source).starts_with(source))
            return step - 1;
    }
    return 0;
}

std::string Ran::graphAfter(std::string_view source) const
{
    return graphText(timeline.graphAt(stepOf(source)), timeline.lexicon());
}

std::string Ran::eventsOf(std::string_view source) const
{
    std::string text;
    for (const Event &event : timeline.events(stepOf(source)))
        text += eventText(event, timeline.lexicon()) + '\n';
    return text;
}

Ran runText(std::string_view text, RunLimits limits)
{
    limits.checkCounts = true;
    return run(parseScenario(text), limits);
}

Ran runFile(const std::string &path, RunLimits limits)
{
    limits.checkCounts = true;
    return run(readScenario(path), limits);
}

std::string brokenRule(const Timeline &timeline)
{
    const Lexicon &words = timeline.lexicon();
    ObjectGraph graph;
    for (std::size_t index = 0; index < timeline.eventCount(); ++index) {
        const Event &event = timeline.allEvents()[index];
        const ObjectGraph before = graph;
        graph.apply(event, words);
        ObjectGraph back = graph;
        back.revert(event, words);
        if (!(back == before))
            return "event " + std::to_string(index) + " cannot be taken back: " + eventText(event, words);
        if (event.kind == EventKind::Acquire && event.before == 0)
            return words.label(event.object) + " is acquired, and nothing held it, in event " +
                   std::to_string(index) + ": " + eventText(event, words);
        for (const ObjectId object : graph.living()) {
            if (graph.object(object).held > graph.object(object).strong)
                return words.label(object) + " is held more often than counted, after event " +
                       std::to_string(index) + ": " + eventText(event, words);
        }
    }
    return {};
}

} // namespace tetherscope
