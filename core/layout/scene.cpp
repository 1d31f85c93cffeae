#include "layout/scene.h"

namespace tetherscope {
namespace {

void addDrawn(std::vector<EdgePath> &edges, EdgePath &&path)
{
    if (!path.points.empty())
        edges.push_back(std::move(path));
}

} // namespace

std::vector<SceneBox> boxesAt(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<SceneBox> boxes;
    for (const NameId name : graph.boundNames()) {
        if (const std::optional<SceneRect> rect = plan.rectOf(name))
            boxes.push_back({name, {}, {}, *rect});
    }
    for (const ObjectId object : graph.living()) {
        if (const std::optional<SceneRect> rect = plan.rectOf(object))
            boxes.push_back({{}, object, {}, *rect});
    }
    for (std::uint32_t id = 1; id <= lexicon.cacheCount(); ++id) {
        if (const std::optional<SceneRect> rect = plan.rectOf(CacheId{id}))
            boxes.push_back({{}, {}, {id}, *rect});
    }
    return boxes;
}

std::vector<EdgePath> edgesAt(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<EdgePath> edges;
    for (const NameId name : graph.boundNames()) {
        if (const ObjectId object = graph.binding(name).object)
            addDrawn(edges, plan.strongPath(HolderRef::name(name), object));
    }
    for (const ObjectId owner : graph.living()) {
        for (const SlotId slot : lexicon.slotsOf(owner)) {
            const ObjectId object = graph.slot(slot).object;
            if (!object)
                continue;
            const bool weak = lexicon.slot(slot).strength == SlotStrength::Weak;
            addDrawn(edges,
                     weak ? plan.weakPath(slot, object) : plan.strongPath(HolderRef::slot(slot), object));
        }
    }
    for (std::uint32_t id = 1; id <= lexicon.entryCount(); ++id) {
        if (const ObjectId object = graph.entry({id}).object)
            addDrawn(edges, plan.entryPath({id}, object));
    }
    return edges;
}

} // namespace tetherscope
