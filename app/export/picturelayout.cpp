#include "export/picturelayout.h"

namespace tetherscope {

namespace {

std::string nameId(NameId id, const Lexicon &lexicon)
{
    const NameInfo &name = lexicon.name(id);
    return "name:" + std::string(lexicon.scopeName(name.scope)) + '.' + std::string(lexicon.text(name.text));
}

std::string cacheId(CacheId id, const Lexicon &lexicon)
{
    return "cache:" + std::string(lexicon.text(lexicon.cache(id).name));
}

TraceNode nodeAt(std::string id, const SceneRect &rect)
{
    return {std::move(id), rect.x, rect.y, rect.width, rect.height};
}

TraceCurve curveOf(const EdgeItem &edge, const Lexicon &lexicon)
{
    TraceCurve curve;
    if (edge.entry) {
        curve.from = cacheId(edge.cache, lexicon);
        curve.slot = lexicon.text(lexicon.entry(edge.entry).key);
    } else if (edge.from.kind == Holder::Name && !edge.weak) {
        curve.from = nameId({edge.from.id}, lexicon);
    } else {
        curve.from = lexicon.label(edge.owner);
        curve.slot = edge.from.kind == Holder::Slot ? std::string(lexicon.slotText({edge.from.id})) : "*";
    }
    curve.to = lexicon.label(edge.to);
    for (const ScenePoint &point : edge.points)
        curve.points.push_back({point.x, point.y});
    return curve;
}

} // namespace

TraceLayout layoutOf(const Picture &picture, const ObjectGraph &graph, const Lexicon &lexicon)
{
    TraceLayout layout;
    for (const PillItem &pill : picture.pills) {
        if (graph.binding(pill.name).bound())
            layout.nodes.push_back(nodeAt(nameId(pill.name, lexicon), pill.rect));
    }
    for (const CardItem &card : picture.cards) {
        if (card.cache)
            layout.nodes.push_back(nodeAt(cacheId(card.cache, lexicon), card.rect));
        else if (graph.alive(card.object))
            layout.nodes.push_back(nodeAt(lexicon.label(card.object), card.rect));
    }
    for (const RingItem &ring : picture.rings) {
        if (ring.reference && graph.alive(ring.reference))
            layout.nodes.push_back(nodeAt(lexicon.label(ring.reference), ring.rect));
    }
    for (const EdgeItem &edge : picture.edges) {
        if (edge.to && edge.tone != Tone::Going)
            layout.edges.push_back(curveOf(edge, lexicon));
    }
    return layout;
}

} // namespace tetherscope
