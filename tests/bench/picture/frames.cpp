// Whole frames and memory of a state of so many objects, fitted and at 1:1, of the canvas or its peer.
//
//     picture_frames canvas|peer OBJECTS FRAMES
//
// Prints JSON: medians of whole frames of 1600 x 1000 in milliseconds, and the bytes that the heap has grown
// by from the planned run to its first frame, alike for both: the picture's data, whatever is built over it,
// and the frames' own pixels.
#include "graphicspeer.h"
#include "shownrun.h"
#include "syntheticrun.h"

#include "canvas/canvasview.h"
#include "canvas/geometry.h"

#include <QApplication>
#include <QElapsedTimer>

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string_view>
#include <vector>

using namespace tetherscope;

namespace {

constexpr QSize frameSize(1600, 1000);

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// What has been asked for and not given back, in the heap and in maps of their own.
std::size_t heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

struct Figures
{
    double firstMs = 0;
    double fitMs = 0;
    double actualMs = 0;
    std::size_t bytes = 0;
};

/// A place in the middle of the plan where there is something to be seen.
QPointF busyPlace(const Picture &picture)
{
    return toQRectF(picture.cards[picture.cards.size() / 2].rect).center();
}

Figures measureCanvas(ShownRun &run, int frames)
{
    Figures figures;
    const std::size_t before = heapBytes();
    CanvasView view;
    view.setAnimationDuration(0);
    view.resize(frameSize);
    figures.firstMs = milliseconds([&] {
        view.setPicture(run.last());
        view.fit();
        view.show();
        QCoreApplication::processEvents();
        view.repaint();
    });
    figures.bytes = heapBytes() - before;
    const auto wholeFrames = [&] {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i)
            times.push_back(milliseconds([&] {
                view.repaintAll();
                view.repaint();
            }));
        return median(times);
    };
    figures.fitMs = wholeFrames();
    view.zoomToActualSize();
    view.centreOn({busyPlace(view.picture()).x(), busyPlace(view.picture()).y()});
    figures.actualMs = wholeFrames();
    return figures;
}

Figures measurePeer(ShownRun &run, int frames)
{
    Figures figures;
    QPointF place;
    SceneRect bounds;
    const std::size_t before = heapBytes();
    std::unique_ptr<QGraphicsView> view;
    figures.firstMs = milliseconds([&] {
        Picture picture = run.last();
        place = busyPlace(picture);
        bounds = picture.bounds;
        view = makeGraphicsPeer(std::move(picture));
        view->resize(frameSize);
        view->fitInView(toQRectF(bounds), Qt::KeepAspectRatio);
        view->show();
        QCoreApplication::processEvents();
        view->viewport()->repaint();
    });
    figures.bytes = heapBytes() - before;
    const auto wholeFrames = [&] {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i)
            times.push_back(milliseconds([&] { view->viewport()->repaint(); }));
        return median(times);
    };
    figures.fitMs = wholeFrames();
    view->resetTransform();
    view->centerOn(place);
    QCoreApplication::processEvents();
    figures.actualMs = wholeFrames();
    return figures;
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    if (count != 4)
        return 2;
    ShownRun run(makeRun({.objects = std::stoul(arguments[2]), .steps = 1})); // when nearly all is at rest
    const int frames = std::stoi(arguments[3]);
    const bool canvas = std::string_view(arguments[1]) == "canvas";
    const Figures figures = canvas ? measureCanvas(run, frames) : measurePeer(run, frames);
    std::printf("{\"first_ms\": %.3f, \"fit_ms\": %.3f, \"actual_ms\": %.3f, \"bytes\": %zu}\n",
                figures.firstMs, figures.fitMs, figures.actualMs, figures.bytes);
    return 0;
}
