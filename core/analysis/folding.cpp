#include "analysis/folding.h"

#include "graph/reachability.h"

#include <algorithm>

namespace tetherscope {

namespace {

class Folder
{
public:
    Folder(const ObjectGraph &graph, const Lexicon &lexicon)
        : m_graph(graph)
        , m_lexicon(lexicon)
    {
        m_folded.objects.resize(lexicon.objectCount());
        m_folded.names.resize(lexicon.nameCount());
    }

    void foldInto(ObjectId head);
    void foldType(TextId type);
    void focusOn(ObjectId object, std::uint32_t reach);
    void foldPlainNames();
    Folded result();

private:
    void hideFor(Folded::Head &head, ObjectId id);
    std::vector<std::vector<ObjectId>> neighbours() const;
    void addSlotsOf(ObjectId owner, std::vector<std::vector<ObjectId>> &near) const;

    const ObjectGraph &m_graph;
    const Lexicon &m_lexicon;
    Folded m_folded;
};

/// Counted for each that hides it: of two heads one inside the other, the outer one is seen.
void Folder::hideFor(Folded::Head &head, ObjectId id)
{
    m_folded.objects[id.index()] = true;
    ++head.hidden;
}

void Folder::foldInto(ObjectId head)
{
    const std::vector<bool> retained = retainedBy(head, m_graph, m_lexicon);
    Folded::Head entry{head, 0};
    for (const ObjectId id : m_graph.living()) {
        if (retained[id.index()])
            hideFor(entry, id);
    }
    m_folded.heads.push_back(entry);
}

void Folder::foldType(TextId type)
{
    Folded::Head entry;
    for (const ObjectId id : m_graph.living()) {
        if (m_lexicon.object(id).type != type)
            continue;
        if (entry.object)
            hideFor(entry, id);
        else
            entry.object = id;
    }
    if (entry.object)
        m_folded.heads.push_back(entry);
}

void Folder::addSlotsOf(ObjectId owner, std::vector<std::vector<ObjectId>> &near) const
{
    for (const SlotId slot : m_graph.filledSlots(owner)) {
        const ObjectId other = m_graph.slot(slot).object;
        if (!other)
            continue;
        near[owner.index()].push_back(other);
        near[other.index()].push_back(owner);
    }
}

std::vector<std::vector<ObjectId>> Folder::neighbours() const
{
    std::vector<std::vector<ObjectId>> near(m_lexicon.objectCount());
    for (const ObjectId owner : m_graph.living())
        addSlotsOf(owner, near);
    return near;
}

/// Goes outwards in rings; names are one edge away from what they hold.
void Folder::focusOn(ObjectId object, std::uint32_t reach)
{
    if (!m_graph.alive(object))
        return;
    const auto near = neighbours();
    std::vector<bool> seen(m_lexicon.objectCount());
    std::vector<bool> inside(m_lexicon.objectCount()); // names of these are seen too
    std::vector<ObjectId> ring{object};
    seen[object.index()] = true;
    for (std::uint32_t distance = 0; distance < reach && !ring.empty(); ++distance) {
        std::vector<ObjectId> next;
        for (const ObjectId id : ring) {
            inside[id.index()] = true;
            for (const ObjectId other : near[id.index()]) {
                if (!seen[other.index()])
                    next.push_back(other);
                seen[other.index()] = true;
            }
        }
        ring = std::move(next);
    }
    for (const ObjectId id : m_graph.living()) {
        if (!seen[id.index()])
            m_folded.objects[id.index()] = true;
    }
    for (const NameId name : m_graph.boundNames()) {
        const ObjectId held = m_graph.binding(name).object;
        m_folded.names[name.index()] = !held || !inside[held.index()];
    }
}

void Folder::foldPlainNames()
{
    for (const NameId name : m_graph.boundNames()) {
        if (!m_graph.binding(name).object)
            m_folded.names[name.index()] = true;
    }
}

Folded Folder::result()
{
    std::erase_if(m_folded.heads, [this](const Folded::Head &head) {
        return head.hidden == 0 || m_folded.hides(head.object);
    });
    std::sort(m_folded.heads.begin(), m_folded.heads.end(),
              [](const Folded::Head &left, const Folded::Head &right) { return left.object < right.object; });
    return std::move(m_folded);
}

} // namespace

Folded folded(const Folding &folding, const ObjectGraph &graph, const Lexicon &lexicon)
{
    if (folding.empty())
        return {};
    Folder folder(graph, lexicon);
    for (const ObjectId head : folding.heads) {
        if (graph.alive(head))
            folder.foldInto(head);
    }
    for (const TextId type : folding.types)
        folder.foldType(type);
    if (folding.focus)
        folder.focusOn(folding.focus, folding.reach);
    if (folding.plainNames)
        folder.foldPlainNames();
    return folder.result();
}

} // namespace tetherscope
