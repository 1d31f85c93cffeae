#pragma once

#include "layout/parts.h"
#include "layout/plantables.h"
#include "layout/slots.h"

#include <memory>

namespace tetherscope {

/// Turns columns and heights into the rectangles, docks and heads of a Plan.
class PlanBuilder
{
public:
    PlanBuilder(const Parts &parts, const Cast &cast, const Lexicon &lexicon)
        : m_parts(parts)
        , m_cast(cast)
        , m_lexicon(lexicon)
    {
    }

    std::shared_ptr<const Plan> build(const Arrangement &arrangement, const Seed &seed);
    static const PlanTables &tablesOf(const Plan &plan) { return *plan.m_tables; }
    /// Around a plan of the run's beginning, whose rectangles, heads and ways stay as they are.
    std::shared_ptr<const Plan> extend(const Arrangement &arrangement, const PlanTables &former);

private:
    double namesReach() const;
    void setColumns(const Arrangement &arrangement);
    void keepColumns(const Arrangement &arrangement, const PlanTables &former);
    void setRectangles(const Arrangement &arrangement);
    void keepBlocks(const PlanTables &former);
    std::shared_ptr<const Plan> finish(bool newSeed);
    void setCards(const Arrangement &arrangement);
    void setNames(const Arrangement &arrangement);
    void setBlocks(const Arrangement &arrangement);
    void setRings();
    void setOwners();
    void setBounds();
    void setApart(const Arrangement &arrangement);
    void setSeedBounds(const Seed &seed);
    SceneRect rectOf(std::uint32_t part) const;

    const Parts &m_parts;
    const Cast &m_cast;
    const Lexicon &m_lexicon;
    std::vector<double> m_columnX;
    PlanTables m_tables;
};

} // namespace tetherscope
