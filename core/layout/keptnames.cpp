#include "layout/kept.h"
#include "layout/look.h"
#include "layout/shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace tetherscope {
namespace {

constexpr double roomForEdges = 72; ///< between a pill and the cards

class NameKeeper
{
public:
    NameKeeper(const PlanTables &former, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
        : m_former(former)
        , m_cast(cast)
        , m_lexicon(lexicon)
        , m_widths(widths)
    {
        m_result.column.pillOf.assign(lexicon.nameCount(), NameColumn::none);
        m_result.column.blockOf = former.blockOf;
        m_result.column.blockOf.resize(lexicon.scopeCount(), NameColumn::none);
        m_result.column.width = former.blocks.front().bounds.width;
    }

    KeptNames make();

private:
    using Key = std::tuple<TextId, std::uint32_t>; ///< function and level of recursion
    /// Calls that need a block of their own.
    struct Draft
    {
        NameColumn::Block block;
        std::vector<ScopeId> scopes;
    };

    void keepBlocks();
    void keepPill(NameId name);
    void addModuleNames(const std::vector<NameId> &names);
    void addModuleBlock(const std::vector<NameId> &names);
    std::vector<NameId> namesWithoutPill(ScopeId module) const;
    void addCall(ScopeId scope);
    void addClass(ScopeId scope);
    void addStrays();
    bool fits(ScopeId scope, std::uint32_t block) const;
    void enter(ScopeId scope, std::uint32_t block);
    void close(Draft &draft);
    std::uint32_t addItem(double height, double gap, double top, bool kept);
    std::uint32_t addPill(NameId name, std::uint32_t item, double top, double width);
    double widthOf(NameId name) const
    {
        return std::min(pillWidth(name, m_cast, m_lexicon, m_widths), m_former.objectsX - roomForEdges);
    }
    std::uint32_t &blockOf(ScopeId scope) { return m_result.column.blockOf[scope.index()]; }
    Key keyOf(ScopeId scope) const
    {
        return {m_lexicon.scope(scope).function, m_cast.frames[scope.index()].level};
    }

    const PlanTables &m_former;
    const Cast &m_cast;
    const Lexicon &m_lexicon;
    TextWidths &m_widths;
    KeptNames m_result;
    std::map<std::pair<std::uint32_t, TextId>, std::uint32_t> m_pills; ///< by block and text
    std::map<Key, std::uint32_t> m_blocks;
    std::map<Key, Draft> m_drafts;
    double m_moduleBottom = look::headingHeight + look::headingGap;
    double m_bottom = 0;
};

std::uint32_t NameKeeper::addItem(double height, double gap, double top, bool kept)
{
    m_result.column.items.push_back({height, gap});
    m_result.top.push_back(top);
    m_result.kept.push_back(kept);
    m_bottom = std::fmax(m_bottom, top + height); // a number, also where the top is none
    return static_cast<std::uint32_t>(m_result.column.items.size() - 1);
}

std::uint32_t NameKeeper::addPill(NameId name, std::uint32_t item, double top, double width)
{
    const auto pill = static_cast<std::uint32_t>(m_result.column.pills.size());
    m_result.column.pills.push_back({item, top, width});
    m_result.column.pillOf[name.index()] = pill;
    return pill;
}

void NameKeeper::keepBlocks()
{
    for (const NameBlock &block : m_former.blocks) {
        const bool module = m_result.column.blocks.empty();
        const std::uint32_t item =
            module ? NameColumn::none : addItem(block.bounds.height, look::blockGap, block.bounds.y, true);
        m_result.column.blocks.push_back({block.kind, block.function, item, block.heading.width,
                                          !block.locals.empty(), block.bounds.height});
    }
    for (std::uint32_t id = 1; id <= m_former.blockOf.size(); ++id) {
        if (m_lexicon.scope({id}).kind == ScopeKind::Frame && blockOf({id}) != NameColumn::none)
            m_blocks.emplace(keyOf({id}), blockOf({id}));
    }
}

/// Calls of one function share their pills.
void NameKeeper::keepPill(NameId name)
{
    const SceneRect &rect = m_former.names[name.index()];
    const std::uint32_t block = blockOf(m_lexicon.name(name).scope);
    const SceneRect &bounds = m_former.blocks[block].bounds;
    if (block == 0 || rect.y < bounds.y || rect.bottom() > bounds.bottom()) {
        addPill(name, addItem(rect.height, look::pillGap, rect.y, true), 0, rect.width);
        if (block == 0)
            m_moduleBottom = std::max(m_moduleBottom, rect.bottom() + look::pillGap);
        return;
    }
    const auto [known, fresh] = m_pills.try_emplace({block, m_lexicon.name(name).text}, NameColumn::none);
    if (fresh)
        known->second = addPill(name, m_result.column.blocks[block].item, rect.y - bounds.y, rect.width);
    m_result.column.pillOf[name.index()] = known->second;
}

/// Where calls and classes stand below the module's names, new ones would be taken for theirs: they come
/// below everything, under a heading of their own.
void NameKeeper::addModuleNames(const std::vector<NameId> &names)
{
    const auto isModules = [](const NameBlock &block) { return block.kind == ScopeKind::Module; };
    const bool alone = m_former.blocks.size() == 1;
    const bool headed = std::count_if(m_former.blocks.begin(), m_former.blocks.end(), isModules) > 1;
    if (!names.empty() && !alone && !headed)
        return addModuleBlock(names);
    for (const NameId name : names) {
        const double top = alone ? std::numeric_limits<double>::quiet_NaN() : m_moduleBottom;
        addPill(name, addItem(look::pillHeight, look::pillGap, top, false), 0, widthOf(name));
        m_moduleBottom += look::pillHeight + look::pillGap;
    }
}

void NameKeeper::addModuleBlock(const std::vector<NameId> &names)
{
    NameColumn::Block block = m_result.column.blocks.front();
    block.item = static_cast<std::uint32_t>(m_result.column.items.size());
    double top = look::headingHeight + look::headingGap;
    for (const NameId name : names) {
        addPill(name, block.item, top, widthOf(name));
        top += look::pillHeight + look::pillGap;
    }
    block.height = top - look::pillGap;
    addItem(block.height, look::blockGap, m_bottom + look::blockGap, false);
    m_result.column.blocks.push_back(block);
}

bool NameKeeper::fits(ScopeId scope, std::uint32_t block) const
{
    const std::span<const NameId> names = m_lexicon.namesOf(scope);
    return std::all_of(names.begin(), names.end(), [&](NameId name) {
        return !m_cast.nameHolds[name.index()] || m_pills.contains({block, m_lexicon.name(name).text});
    });
}

void NameKeeper::enter(ScopeId scope, std::uint32_t block)
{
    blockOf(scope) = block;
    for (const NameId name : m_lexicon.namesOf(scope)) {
        if (m_cast.nameHolds[name.index()])
            m_result.column.pillOf[name.index()] = m_pills.at({block, m_lexicon.name(name).text});
    }
}

void NameKeeper::addCall(ScopeId scope)
{
    const CastFrame &frame = m_cast.frames[scope.index()];
    if (!frame.life.ever() || frame.depth > look::mostFrames)
        return;
    const auto known = m_blocks.find(keyOf(scope));
    if (known != m_blocks.end() && fits(scope, known->second))
        return enter(scope, known->second);
    Draft &draft = m_drafts[keyOf(scope)];
    const TextId function = m_lexicon.scope(scope).function;
    const std::string heading = std::string(m_lexicon.text(function)) + "  line 0000";
    draft.block.kind = ScopeKind::Frame;
    draft.block.function = function;
    draft.block.headingWidth = std::min(m_widths.of(heading, FontRole::Heading), look::pillMaxWidth);
    draft.scopes.push_back(scope);
}

void NameKeeper::addClass(ScopeId scope)
{
    const std::span<const NameId> names = m_lexicon.namesOf(scope);
    if (std::none_of(names.begin(), names.end(),
                     [this](NameId name) { return m_cast.nameHolds[name.index()]; }))
        return;
    Draft draft;
    const TextId function = m_lexicon.scope(scope).function;
    const std::string heading = "class " + std::string(m_lexicon.text(function));
    draft.block.kind = ScopeKind::Class;
    draft.block.function = function;
    draft.block.headingWidth = std::min(m_widths.of(heading, FontRole::Heading), look::pillMaxWidth);
    draft.scopes.push_back(scope);
    close(draft);
}

void NameKeeper::close(Draft &draft)
{
    const auto block = static_cast<std::uint32_t>(m_result.column.blocks.size());
    const double first = look::headingHeight + look::headingGap;
    double top = first;
    draft.block.item = static_cast<std::uint32_t>(m_result.column.items.size());
    for (const ScopeId scope : draft.scopes) {
        blockOf(scope) = block;
        for (const NameId name : m_lexicon.namesOf(scope)) {
            if (!m_cast.nameHolds[name.index()]) {
                draft.block.localsLine |= draft.block.kind == ScopeKind::Frame && m_cast.everBound(name);
                continue;
            }
            const auto [known, fresh] =
                m_pills.try_emplace({block, m_lexicon.name(name).text}, NameColumn::none);
            if (fresh) {
                known->second = addPill(name, draft.block.item, top, 0);
                top += look::pillHeight + look::pillGap;
            }
            m_result.column.pillOf[name.index()] = known->second;
            double &width = m_result.column.pills[known->second].width;
            width = std::max(width, widthOf(name));
        }
    }
    draft.block.height = (top > first ? top - look::pillGap : look::headingHeight) +
                         (draft.block.localsLine ? look::localsHeight : 0);
    addItem(draft.block.height, look::blockGap, m_bottom + look::blockGap, false);
    m_result.column.blocks.push_back(draft.block);
}

/// A class or a generator that has got one more name than its block has room for: the pill stands near it.
void NameKeeper::addStrays()
{
    for (std::uint32_t id = 1; id <= m_lexicon.nameCount(); ++id) {
        const std::uint32_t block = blockOf(m_lexicon.name({id}).scope);
        if (!m_cast.nameHolds[id - 1] || m_result.column.pillOf[id - 1] != NameColumn::none ||
            block == NameColumn::none || block >= m_former.blocks.size())
            continue;
        const double top = m_former.blocks[block].bounds.bottom() + look::pillGap;
        addPill({id}, addItem(look::pillHeight, look::pillGap, top, false), 0, widthOf({id}));
    }
}

std::vector<NameId> NameKeeper::namesWithoutPill(ScopeId module) const
{
    std::vector<NameId> names;
    for (const NameId name : m_lexicon.namesOf(module)) {
        if (m_cast.everBound(name) && m_result.column.pillOf[name.index()] == NameColumn::none)
            names.push_back(name);
    }
    return names;
}

KeptNames NameKeeper::make()
{
    keepBlocks();
    for (std::uint32_t id = 1; id <= m_former.names.size(); ++id) {
        if (!m_former.names[id - 1].empty())
            keepPill({id});
    }
    for (std::uint32_t id = 1; id <= m_lexicon.scopeCount(); ++id) {
        const ScopeKind kind = m_lexicon.scope({id}).kind;
        if (kind == ScopeKind::Module) {
            addModuleNames(namesWithoutPill({id}));
        } else if (kind == ScopeKind::Frame && id > m_former.blockOf.size()) {
            addCall({id});
        } else if (kind == ScopeKind::Class && blockOf({id}) == NameColumn::none) {
            addClass({id});
        }
    }
    for (auto &[key, draft] : m_drafts)
        close(draft);
    addStrays();
    return std::move(m_result);
}

} // namespace

KeptNames keptNames(const PlanTables &former, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    return NameKeeper(former, cast, lexicon, widths).make();
}

} // namespace tetherscope
