// Scenarios that parse are run with small limits: what holds of every run, whatever it does.
#include "check.h"

#include "scenario/run.h"
#include "syntax/scenario.h"
#include "timeline/timeline.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace tetherscope;

namespace {

struct Run
{
    Timeline timeline;
    RunOutcome outcome;
};

RunLimits smallLimits()
{
    RunLimits limits;
    limits.steps = 1'000;
    limits.liveObjects = 3'000;
    limits.elements = 20'000;
    limits.callDepth = 60;
    limits.stringBytes = 20'000;
    limits.textBytes = 500'000;
    limits.events = 10'000;
    limits.operations = 30'000;
    limits.outputBytes = 10'000;
    limits.checkCounts = true;
    return limits;
}

Run run(const Scenario &scenario)
{
    Run made;
    made.outcome = runScenario(scenario, made.timeline, smallLimits());
    return made;
}

void checkOutcome(const Run &run)
{
    const bool faulted = run.outcome.status == RunStatus::Faulted;
    check(run.outcome.status != RunStatus::Cancelled, "nobody has cancelled the run");
    check(run.outcome.fault.has_value() == faulted, "a run has a fault if it faulted, and only then");
    if (!faulted)
        return;
    check(!run.outcome.fault->message.empty(), "a fault is said in words");
    // A count that is not its handle's is the one fault of a run that has no place.
    check(run.outcome.fault->place.line > 0, run.outcome.fault->message.c_str());
}

/// The units and weak links that names, slots and cache rows really account for, counted anew.
void checkEdges(const ObjectGraph &graph, const Lexicon &words)
{
    struct Units
    {
        std::uint32_t held = 0;
        std::uint32_t weak = 0;
    };
    std::vector<Units> units(words.objectCount());
    for (std::uint32_t id = 1; id <= words.nameCount(); ++id) {
        if (const ObjectId object = graph.binding(NameId{id}).object)
            ++units[object.index()].held;
    }
    for (std::uint32_t id = 1; id <= words.slotCount(); ++id) {
        if (const ObjectId object = graph.slot(SlotId{id}).object)
            ++(words.slot(SlotId{id}).strength == SlotStrength::Strong ? units[object.index()].held
                                                                       : units[object.index()].weak);
    }
    for (std::uint32_t id = 1; id <= words.entryCount(); ++id) {
        if (const ObjectId object = graph.entry(EntryId{id}).object)
            ++units[object.index()].weak;
    }
    for (const ObjectId object : graph.living()) {
        const ObjectState state = graph.object(object);
        check(state.held == units[object.index()].held, "strong edges are what names and slots hold");
        check(state.weak == units[object.index()].weak, "weak edges are what references and rows point at");
        check(state.held <= state.strong, "nothing is held more often than counted");
    }
}

/// All events forward and all of them back: every kept moment is met again, and the start is empty.
void checkBothWays(const Timeline &timeline)
{
    constexpr std::size_t keptMoments = 16;
    const std::size_t distance = timeline.eventCount() / keptMoments + 1;
    const Lexicon &words = timeline.lexicon();
    std::vector<ObjectGraph> kept;
    ObjectGraph graph;
    for (std::size_t done = 0; done < timeline.eventCount(); ++done) {
        if (done % distance == 0) {
            checkEdges(graph, words);
            check(timeline.graphAt(timeline.positionOfEvent(done)) == graph,
                  "key frames lead to the same state");
            kept.push_back(graph);
        }
        graph.apply(timeline.allEvents()[done], words);
    }
    checkEdges(graph, words);
    check(timeline.graphAt(timeline.last()) == graph, "the last state is that of all events");
    for (std::size_t done = timeline.eventCount(); done-- > 0;) {
        graph.revert(timeline.allEvents()[done], words);
        if (done % distance == 0)
            check(graph == kept[done / distance], "the way back is the way forward");
    }
    check(graph == ObjectGraph(), "before the first event there is nothing");
}

void checkSteps(const Timeline &timeline)
{
    check(timeline.stepCount() > 0, "the start is a step");
    std::uint64_t event = 0;
    for (std::size_t index = 0; index < timeline.stepCount(); ++index) {
        const Step &step = timeline.step(index);
        check(step.firstEvent == event && step.endEvent >= event,
              "a step goes on where the one before ended");
        event = step.endEvent;
    }
    check(event == timeline.eventCount(), "every event belongs to a step");
}

/// Addresses and the order of the machine's tables must not be seen.
void checkDeterministic(const Scenario &scenario, const Run &first)
{
    const Run second = run(scenario);
    check(second.outcome.fault == first.outcome.fault, "a scenario fails alike twice");
    check(std::ranges::equal(second.timeline.allEvents(), first.timeline.allEvents()),
          "a scenario runs alike twice");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ParseResult parsed = parseScenario(std::string(data, data + size));
    if (!parsed.scenario)
        return -1; // not worth keeping: broken texts are fuzz_syntax's
    const Run made = run(*parsed.scenario);
    checkOutcome(made);
    if (made.timeline.stepCount() == 0)
        return 0; // what the compiler refuses does not begin
    checkSteps(made.timeline);
    checkBothWays(made.timeline);
    if (size % 4 == 0)
        checkDeterministic(*parsed.scenario, made);
    return 0;
}
