#include "scenario/run.h"

#include "scenario/machine/interpreter.h"

namespace tetherscope {

RunOutcome runScenario(const Scenario &scenario, TimelineSink &sink, const RunLimits &limits,
                       std::stop_token stop)
{
    vm::Interpreter interpreter(sink, limits, std::move(stop));
    return interpreter.run(scenario);
}

} // namespace tetherscope
