// From a key press to the paint that shows the new step, over all steps of all presets, animation off.
// Prints the median and the 95th percentile in milliseconds, and the number of key presses.

#include "canvas/canvasview.h"
#include "mainwindow.h"
#include "session/gallery.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using tetherscope::CanvasView;

namespace {

/// Notes when the canvas was painted last.
class PaintWatch : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

double pressAndWait(QWidget &window, PaintWatch &watch, Qt::Key key)
{
    QElapsedTimer timer;
    const int before = watch.paints;
    timer.start();
    QTest::keyClick(window.focusWidget() != nullptr ? window.focusWidget() : &window, key);
    while (watch.paints == before && timer.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::vector<double> walk(tetherscope::MainWindow &window, const tetherscope::Source &source)
{
    window.open(source, 0);
    const bool opened = QTest::qWaitFor([&] {
        return window.session().hasDocument() && window.session().loading() == nullptr &&
               window.session().document().source.name == source.name;
    });
    auto *canvas = window.findChild<CanvasView *>();
    std::vector<double> times;
    if (!opened || canvas == nullptr)
        return times;
    canvas->setAnimationDuration(0);
    canvas->setFocus();
    QTest::qWait(200); // the first frame of the scenario is not what is measured
    PaintWatch watch;
    canvas->installEventFilter(&watch);
    const std::size_t last = window.session().document().lastStep();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left})
        for (std::size_t i = 0; i < last; ++i)
            times.push_back(pressAndWait(window, watch, key));
    canvas->removeEventFilter(&watch);
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir folder;
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication application(argc, argv);
    tetherscope::Gallery gallery;
    gallery.start();
    gallery.waitForAll();
    tetherscope::MainWindow window(gallery,
                                   tetherscope::SettingsFile(folder.filePath(QStringLiteral("settings"))));
    window.resize(1600, 1000);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    std::vector<double> times;
    for (std::size_t i = 0; i < gallery.count(); ++i) {
        const std::vector<double> walked = walk(window, gallery.document(i).source);
        if (walked.empty()) {
            std::fprintf(stderr, "keypress: %s could not be opened\n", qPrintable(gallery.preset(i).name));
            return 1;
        }
        times.insert(times.end(), walked.begin(), walked.end());
    }
    std::sort(times.begin(), times.end());
    const auto quantile = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("%.3f %.3f %zu\n", quantile(0.5), quantile(0.95), times.size());
    return 0;
}
