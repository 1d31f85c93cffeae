#include "timelinetext.h"

namespace tetherscope {

namespace {

std::string nameLine(NameId name, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const Binding binding = graph.binding(name);
    const std::string target = binding.object ? " -> " + lexicon.label(binding.object)
                                              : " = " + std::string(lexicon.text(binding.value));
    return std::string(lexicon.scopeName(lexicon.name(name).scope)) + '.' +
           std::string(lexicon.nameText(name)) + target + '\n';
}

std::string slotLine(SlotId slot, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const SlotState state = graph.slot(slot);
    const std::string start = "  " + std::string(lexicon.slotText(slot));
    if (state.dead)
        return start + " dead\n";
    if (!state.object)
        return start + " = " + std::string(lexicon.text(state.value)) + '\n';
    const bool strong = lexicon.slot(slot).strength == SlotStrength::Strong;
    return start + (strong ? " -> " : " ~> ") + lexicon.label(state.object) + '\n';
}

std::string objectLines(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const ObjectState state = graph.object(object);
    std::string text = lexicon.label(object) + " strong " + std::to_string(state.strong) + " held " +
                       std::to_string(state.held);
    if (state.weak > 0)
        text += " weak " + std::to_string(state.weak);
    text += state.finalizing ? " finalizing\n" : "\n";
    for (const SlotId slot : graph.filledSlots(object))
        text += slotLine(slot, graph, lexicon);
    return text;
}

std::string cacheLines(CacheId cache, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const CacheState state = graph.cache(cache);
    if (!state.exists())
        return {};
    std::string text = "cache " + std::string(lexicon.text(lexicon.cache(cache).name)) + ": " +
                       std::to_string(state.hits) + " hits, " + std::to_string(state.misses) + " misses, " +
                       std::to_string(state.evicted) + " evicted\n";
    for (const EntryId entry : graph.presentEntries(cache))
        text += "  " + std::string(lexicon.text(lexicon.entry(entry).key)) + " ~> " +
                lexicon.label(graph.entry(entry).object) + '\n';
    return text;
}

} // namespace

std::string graphText(const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::string text;
    for (const NameId name : graph.boundNames())
        text += nameLine(name, graph, lexicon);
    for (const ObjectId object : graph.living())
        text += objectLines(object, graph, lexicon);
    for (std::uint32_t i = 1; i <= lexicon.cacheCount(); ++i)
        text += cacheLines({i}, graph, lexicon);
    for (const Frame &frame : graph.frames())
        text += "call " + std::string(lexicon.scopeName(frame.scope)) + " from " +
                std::to_string(frame.callerLine) + '\n';
    return text;
}

} // namespace tetherscope
