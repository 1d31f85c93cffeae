#include "layout/planner.h"

#include "layout/layered.h"
#include "layout/planbuilder.h"
#include "layout/slots.h"

namespace tetherscope {

std::shared_ptr<const Plan> planPicture(const Timeline &timeline, const TextMeasure &measure,
                                        const PlanOptions &options, std::stop_token stop,
                                        const std::function<void(double)> &progress)
{
    const std::optional<Cast> cast = castOf(timeline, stop);
    if (!cast)
        return nullptr;
    const Lexicon &lexicon = timeline.lexicon();
    TextWidths widths(measure, lexicon);
    const Parts parts = partsOf(*cast, lexicon, widths);
    if (progress)
        progress(0.3);
    const Seed seed = seedAt(parts, *cast, options.seedStep ? *options.seedStep : cast->stepCount / 2);
    const std::optional<SeedPlacement> placement = layeredPlacement(seed.graph, layer(seed.graph), stop);
    if (!placement)
        return nullptr;
    if (progress)
        progress(0.6);
    const std::optional<Arrangement> arrangement = arrange(parts, *cast, seed, *placement, stop);
    if (!arrangement)
        return nullptr;
    const std::shared_ptr<const Plan> plan = PlanBuilder(parts, *cast, lexicon).build(*arrangement, seed);
    if (progress)
        progress(1);
    return plan;
}

} // namespace tetherscope
