// A program that opens a state of so many objects and shows it: the peer of xdot on the same graph.
//
//     picture_open OBJECTS           ends with a line "painted" once the first frame is on the screen
//     picture_open OBJECTS --dot     writes the state in the DOT language instead
//     picture_open OBJECTS --pan     prints the median of frames while the view is moved, in milliseconds
//     picture_open OBJECTS --phases  prints JSON: the milliseconds from the run to the first frame
#include "../firstframe.h"
#include "shownrun.h"
#include "syntheticrun.h"

#include "canvas/canvasview.h"
#include "layout/dotexport.h"

#include <QElapsedTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

using namespace tetherscope;

namespace {

constexpr QSize frameSize(1600, 1000);
constexpr int pans = 120;

Timeline stateOf(const char *objects)
{
    return makeRun({.objects = std::stoul(objects), .steps = 1}); // when nearly all is at rest
}

void show(CanvasView &view, Picture picture)
{
    view.setAnimationDuration(0);
    view.resize(frameSize);
    view.setPicture(std::move(picture));
    view.fit();
    view.show();
}

int showOnce(const char *objects)
{
    FirstFrame probe([](QWidget &widget) { return qobject_cast<CanvasView *>(&widget) != nullptr; });
    ShownRun run(stateOf(objects));
    CanvasView view;
    show(view, run.last());
    return QApplication::exec();
}

int writeDot(const char *objects)
{
    const Timeline run = stateOf(objects);
    std::fputs(dotText(run.graphAt(run.last()), run.lexicon()).c_str(), stdout);
    return 0;
}

/// One turn of the wheel, and all that follows until the pixels are with the window.
double panOnce(CanvasView &view, int distance)
{
    const QPointF middle = view.rect().center();
    QWheelEvent turn(middle, view.mapToGlobal(middle), QPoint(distance, distance), QPoint(), Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QElapsedTimer timer;
    timer.start();
    QCoreApplication::sendEvent(&view, &turn);
    view.repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

int pan(const char *objects)
{
    constexpr int there = 20; // as many turns one way as the other
    ShownRun run(stateOf(objects));
    CanvasView view;
    show(view, run.last());
    QCoreApplication::processEvents();
    std::vector<double> times;
    for (int i = 0; i < pans; ++i)
        times.push_back(panOnce(view, i / there % 2 == 0 ? 10 : -10));
    std::sort(times.begin(), times.end());
    std::printf("%.4f\n", times[times.size() / 2]);
    return 0;
}

int phases(const char *objects)
{
    Timeline timeline = stateOf(objects);
    QElapsedTimer timer;
    const auto lap = [&timer] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    timer.start();
    ShownRun run(std::move(timeline));
    const double planned = lap();
    Picture picture = run.last();
    const double composed = lap();
    CanvasView view;
    show(view, std::move(picture));
    QCoreApplication::processEvents();
    view.repaint();
    std::printf("{\"plan_ms\": %.1f, \"compose_ms\": %.1f, \"show_ms\": %.1f, \"open_ms\": %.1f}\n", planned,
                composed - planned, lap() - composed, lap());
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    if (count != 2 && count != 3)
        return 2;
    const std::string_view wanted = count == 3 ? arguments[2] : "";
    return wanted == "--dot"      ? writeDot(arguments[1])
           : wanted == "--pan"    ? pan(arguments[1])
           : wanted == "--phases" ? phases(arguments[1])
                                  : showOnce(arguments[1]);
}
