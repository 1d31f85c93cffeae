// A step on the canvas at so many objects with all texts in sight, in turn with what a program without a plan
// would do: run `dot` on the state, in process or as `dot -Tsvg`.
//
//     picture_step OBJECTS STEPS
//
// Prints JSON: the step's median and 95th percentile, and the medians of both kinds of `dot`, in
// milliseconds. A step is all from the play head's move to the pixels: seek, marks, composition, painting.
#include "shownrun.h"
#include "syntheticrun.h"

#include "canvas/canvasview.h"
#include "layout/dotexport.h"
#include "layout/dotgraph.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace tetherscope;

namespace {

constexpr double pointsPerInch = 72;
constexpr std::size_t stepsToADot = 8; ///< a run of `dot` takes so long that it is not done at each step

double quantile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

template<typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Boxes whose sizes are known, without texts: the least that `dot` can be asked for.
double dotInProcess(const Picture &picture)
{
    return milliseconds([&] {
        DotGraph dot("state");
        dot.set("rankdir", "LR");
        dot.setForNodes("shape", "box");
        dot.setForNodes("fixedsize", "true");
        dot.setForNodes("label", "");
        const auto add = [&dot](const SceneRect &rect, std::uint32_t number) {
            return dot.addNode(std::to_string(number), {{"width", dotNumber(rect.width / pointsPerInch)},
                                                        {"height", dotNumber(rect.height / pointsPerInch)}});
        };
        std::vector<DotGraph::Node> names(picture.pills.size());
        std::vector<std::pair<Target, DotGraph::Node>> nodes;
        for (const PillItem &pill : picture.pills)
            nodes.emplace_back(Target::of(pill.name),
                               add(pill.rect, static_cast<std::uint32_t>(nodes.size())));
        for (const CardItem &card : picture.cards)
            nodes.emplace_back(card.target(), add(card.rect, static_cast<std::uint32_t>(nodes.size())));
        std::sort(nodes.begin(), nodes.end());
        const auto nodeOf = [&nodes](Target target) {
            return std::lower_bound(nodes.begin(), nodes.end(), std::pair(target, DotGraph::Node{}));
        };
        for (const EdgeItem &edge : picture.edges) {
            const Target start = edge.from.kind == Holder::Name ? Target::of(NameId{edge.from.id})
                                 : edge.cache                   ? Target::of(edge.cache)
                                                                : Target::of(edge.owner);
            const auto from = nodeOf(start);
            const auto to = nodeOf(Target::of(edge.to));
            if (from != nodes.end() && to != nodes.end())
                dot.addEdge(from->second, to->second);
        }
        dot.centres();
    });
}

/// As a program that shells out: the graph's text in, a picture out.
double dotToSvg(const std::string &text)
{
    return milliseconds([&] {
        QProcess dot;
        dot.start(QStringLiteral("dot"), {QStringLiteral("-Tsvg")});
        dot.write(text.data(), static_cast<qint64>(text.size()));
        dot.closeWriteChannel();
        dot.waitForFinished(-1);
        dot.readAllStandardOutput();
    });
}

/// Large enough for the whole plan at a scale at which every text is drawn.
QSize sizeForAllTexts(const SceneRect &bounds)
{
    constexpr double legible = 0.42;
    return (QSizeF(bounds.width, bounds.height) * legible).toSize() + QSize(60, 80);
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    if (count != 3)
        return 2;
    const std::size_t objects = std::stoul(arguments[1]);
    const std::size_t steps = std::stoul(arguments[2]);
    ShownRun run(makeRun({.objects = objects, .steps = steps}));
    CanvasView view;
    view.setAnimationDuration(0);
    view.resize(sizeForAllTexts(run.plan().bounds()));
    view.setPicture(run.at(1));
    view.fit();
    view.show();
    QCoreApplication::processEvents();
    std::vector<double> stepTimes;
    std::vector<double> dotTimes;
    std::vector<double> svgTimes;
    for (std::size_t step = 2; step < run.timeline().stepCount(); ++step) {
        stepTimes.push_back(milliseconds([&] {
            view.setPicture(run.at(step));
            QCoreApplication::processEvents();
        }));
        if (step % stepsToADot != 0)
            continue;
        dotTimes.push_back(dotInProcess(view.picture()));
        svgTimes.push_back(dotToSvg(dotText(run.graph(), run.timeline().lexicon())));
    }
    std::printf("{\"step_ms\": %.4f, \"step_p95_ms\": %.4f, \"dot_ms\": %.3f, \"dotsvg_ms\": %.3f, "
                "\"zoom\": %.3f, \"cards\": %zu}\n",
                quantile(stepTimes, 0.5), quantile(stepTimes, 0.95), quantile(dotTimes, 0.5),
                quantile(svgTimes, 0.5), view.zoom(), view.picture().cards.size());
    return 0;
}
