#include "layout/namecolumn.h"

#include "layout/callplaces.h"
#include "layout/look.h"
#include "layout/shapes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace tetherscope {
namespace {

/// A block before it is placed: the calls that share it, their pills from the top, and when it runs.
struct Draft
{
    NameColumn::Block block;
    std::uint32_t depth = 0;
    std::vector<Life> lives;                           ///< of its calls, in order of time
    std::map<TextId, std::size_t> row;                 ///< of a name's text
    std::vector<double> pillWidths;                    ///< by row
    std::vector<std::pair<NameId, std::size_t>> names; ///< with their rows
};

class NameColumnMaker
{
public:
    NameColumnMaker(const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
        : m_cast(cast)
        , m_lexicon(lexicon)
        , m_widths(widths)
    {
        m_column.pillOf.assign(lexicon.nameCount(), NameColumn::none);
        m_column.blockOf.assign(lexicon.scopeCount(), NameColumn::none);
    }

    NameColumn make();

private:
    void addModule();
    void addModulePill(NameId name);
    std::vector<NameId> grouped(std::span<const NameId> names) const;
    std::vector<ObjectId> favourites() const;
    void draftCalls();
    void draftClasses();
    Draft &draftOf(ScopeId scope, std::uint32_t level);
    void addScope(ScopeId scope, Draft &draft);
    void closeDraft(Draft &draft);
    void placeCalls();
    void placeClasses();
    void place(const Draft &draft, std::uint32_t block, std::uint32_t item);
    std::uint32_t addItem(double height, double gap);

    const Cast &m_cast;
    const Lexicon &m_lexicon;
    TextWidths &m_widths;
    NameColumn m_column;
    std::vector<Draft> m_drafts; ///< of m_column.blocks, but for the module's
    std::map<std::tuple<TextId, std::uint32_t>, std::size_t> m_draftOf; ///< by function and level
};

NameColumn NameColumnMaker::make()
{
    addModule();
    draftCalls();
    placeCalls();
    draftClasses();
    placeClasses();
    for (const NameColumn::Pill &pill : m_column.pills)
        m_column.width = std::max(m_column.width, pill.width);
    for (const NameColumn::Block &block : m_column.blocks)
        m_column.width = std::max(m_column.width, block.headingWidth);
    return std::move(m_column);
}

std::uint32_t NameColumnMaker::addItem(double height, double gap)
{
    m_column.items.push_back({height, gap});
    return static_cast<std::uint32_t>(m_column.items.size() - 1);
}

void NameColumnMaker::addModule()
{
    NameColumn::Block &block = m_column.blocks.emplace_back();
    block.headingWidth = m_widths.of("Module names", FontRole::Heading);
    for (std::uint32_t id = 1; id <= m_lexicon.scopeCount(); ++id) {
        if (m_lexicon.scope({id}).kind != ScopeKind::Module)
            continue;
        block.function = m_lexicon.scope({id}).function;
        m_column.blockOf[id - 1] = 0;
        for (const NameId name : grouped(m_lexicon.namesOf({id}))) {
            if (m_cast.everBound(name))
                addModulePill(name);
        }
    }
}

void NameColumnMaker::addModulePill(NameId name)
{
    m_column.pillOf[name.index()] = static_cast<std::uint32_t>(m_column.pills.size());
    const double width = pillWidth(name, m_cast, m_lexicon, m_widths);
    m_column.pills.push_back({addItem(look::pillHeight, look::pillGap), 0, width});
}

/// By name, what it holds for the most steps; for a weak reference, what that watches.
std::vector<ObjectId> NameColumnMaker::favourites() const
{
    std::vector<ObjectId> watched(m_lexicon.objectCount());
    for (const CastEdge &edge : m_cast.edges) {
        if (edge.kind == EdgeKind::WeakSlot)
            watched[m_lexicon.slot(edge.slot()).owner.index()] = edge.to;
    }
    std::vector<ObjectId> favourites(m_lexicon.nameCount());
    std::vector<std::uint32_t> most(m_lexicon.nameCount(), 0);
    for (const CastEdge &edge : m_cast.edges) {
        if (edge.kind != EdgeKind::Name || edge.heldSteps <= most[edge.name().index()])
            continue;
        const bool ring = m_lexicon.object(edge.to).kind == ObjectKind::WeakReference;
        most[edge.name().index()] = edge.heldSteps;
        favourites[edge.name().index()] = ring ? watched[edge.to.index()] : edge.to;
    }
    return favourites;
}

/// A group stands where its first name would.
std::vector<NameId> NameColumnMaker::grouped(std::span<const NameId> names) const
{
    const std::vector<ObjectId> favourite = favourites();
    std::unordered_map<ObjectId, NameId> leaders;
    const auto leader = [&](NameId name) {
        const ObjectId object = favourite[name.index()];
        return object ? leaders.try_emplace(object, name).first->second : name;
    };
    std::vector<std::pair<NameId, NameId>> keyed;
    keyed.reserve(names.size());
    for (const NameId name : names)
        keyed.emplace_back(leader(name), name);
    std::sort(keyed.begin(), keyed.end());
    std::vector<NameId> result;
    result.reserve(keyed.size());
    for (const auto &key : keyed)
        result.push_back(key.second);
    return result;
}

Draft &NameColumnMaker::draftOf(ScopeId scope, std::uint32_t level)
{
    const ScopeInfo &info = m_lexicon.scope(scope);
    const auto [place, fresh] = m_draftOf.try_emplace({info.function, level}, m_drafts.size());
    if (fresh) {
        Draft &draft = m_drafts.emplace_back();
        draft.block.kind = info.kind;
        draft.block.function = info.function;
        draft.depth = m_cast.frames[scope.index()].depth;
        const std::string_view name = m_lexicon.text(info.function);
        const std::string heading =
            info.kind == ScopeKind::Class ? "class " + std::string(name) : std::string(name) + "  line 0000";
        draft.block.headingWidth = std::min(m_widths.of(heading, FontRole::Heading), look::pillMaxWidth);
    }
    m_column.blockOf[scope.index()] = static_cast<std::uint32_t>(place->second + 1);
    return m_drafts[place->second];
}

void NameColumnMaker::addScope(ScopeId scope, Draft &draft)
{
    for (const NameId name : m_lexicon.namesOf(scope)) {
        if (!m_cast.nameHolds[name.index()]) {
            draft.block.localsLine = draft.block.localsLine || m_cast.everBound(name);
            continue;
        }
        const auto [row, fresh] = draft.row.try_emplace(m_lexicon.name(name).text, draft.pillWidths.size());
        if (fresh)
            draft.pillWidths.push_back(0);
        double &width = draft.pillWidths[row->second];
        width = std::max(width, pillWidth(name, m_cast, m_lexicon, m_widths));
        draft.names.emplace_back(name, row->second);
    }
}

void NameColumnMaker::closeDraft(Draft &draft)
{
    const auto rows = static_cast<double>(draft.pillWidths.size());
    draft.block.height =
        look::headingHeight + (draft.block.localsLine ? look::localsHeight : 0) +
        (rows > 0 ? look::headingGap + rows * (look::pillHeight + look::pillGap) - look::pillGap : 0);
}

void NameColumnMaker::draftCalls()
{
    for (std::uint32_t id = 1; id <= m_lexicon.scopeCount(); ++id) {
        const CastFrame &frame = m_cast.frames[id - 1];
        const bool call = m_lexicon.scope({id}).kind == ScopeKind::Frame && frame.life.ever();
        if (!call || frame.depth > look::mostFrames)
            continue;
        Draft &draft = draftOf({id}, frame.level);
        draft.depth = std::min(draft.depth, frame.depth);
        draft.lives.push_back(frame.life);
        addScope({id}, draft);
    }
}

void NameColumnMaker::place(const Draft &draft, std::uint32_t block, std::uint32_t item)
{
    m_column.blocks[block].item = item;
    const auto firstPill = static_cast<std::uint32_t>(m_column.pills.size());
    double top = look::headingHeight + look::headingGap;
    for (const double width : draft.pillWidths) {
        m_column.pills.push_back({item, top, width});
        top += look::pillHeight + look::pillGap;
    }
    for (const auto &[name, row] : draft.names)
        m_column.pillOf[name.index()] = firstPill + static_cast<std::uint32_t>(row);
}

void NameColumnMaker::placeCalls()
{
    for (Draft &draft : m_drafts) {
        closeDraft(draft);
        m_column.blocks.push_back(draft.block);
    }
    std::vector<CallBlock> calls;
    calls.reserve(m_drafts.size());
    for (const Draft &draft : m_drafts)
        calls.push_back({draft.depth, draft.lives});
    const std::vector<std::uint32_t> places = placesOfCalls(calls);
    const auto firstItem = static_cast<std::uint32_t>(m_column.items.size());
    for (std::uint32_t index = 0; index < places.size(); ++index) {
        const std::uint32_t item = firstItem + places[index];
        while (m_column.items.size() <= item)
            addItem(0, look::blockGap);
        m_column.items[item].height = std::max(m_column.items[item].height, m_drafts[index].block.height);
        place(m_drafts[index], index + 1, item);
    }
}

void NameColumnMaker::draftClasses()
{
    const std::size_t calls = m_drafts.size();
    for (std::uint32_t id = 1; id <= m_lexicon.scopeCount(); ++id) {
        const std::span<const NameId> names = m_lexicon.namesOf({id});
        const bool holds = std::any_of(names.begin(), names.end(),
                                       [this](NameId name) { return m_cast.nameHolds[name.index()]; });
        if (m_lexicon.scope({id}).kind == ScopeKind::Class && holds)
            addScope({id},
                     draftOf({id}, NameColumn::none - m_cast.frames[id - 1].level)); // no call has that level
    }
    for (std::size_t index = calls; index < m_drafts.size(); ++index) {
        m_drafts[index].block.localsLine = false;
        closeDraft(m_drafts[index]);
        m_column.blocks.push_back(m_drafts[index].block);
    }
}

void NameColumnMaker::placeClasses()
{
    for (std::uint32_t index = 0; index < m_drafts.size(); ++index) {
        if (m_drafts[index].block.kind == ScopeKind::Class)
            place(m_drafts[index], index + 1, addItem(m_drafts[index].block.height, look::blockGap));
    }
}

} // namespace

NameColumn nameColumn(const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    return NameColumnMaker(cast, lexicon, widths).make();
}

} // namespace tetherscope
