// Makes the pictures of screenshots/: the start page, and the window at the steps that tell most, in both
// themes. Offscreen, so that they are the same on every machine. Usage: make_screenshots FOLDER.

#include "base/quietstyle.h"
#include "canvas/canvasview.h"
#include "mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <vector>

using namespace tetherscope;

namespace {

struct Shot
{
    const char *file;
    const char *preset; ///< empty: the start page
    const char *source; ///< the last step whose statement begins so is shown
    QSize size;
    bool dark;
};

constexpr QSize small{1280, 800};
constexpr QSize large{1600, 1000};

const std::vector<Shot> shots = {
    {"start-light", "", "", small, false},
    {"start-dark", "", "", large, true},
    {"weak-cache-hit-light", "weak-cache", "b = Date", large, false},
    {"weak-cache-hit-dark", "weak-cache", "b = Date", large, true},
    {"weak-cache-evicted-light", "weak-cache", "del b", small, false},
    {"weak-cache-anew-dark", "weak-cache", "c = Date", small, true},
    {"refcounts-weak-light", "refcounts", "o_ref = ", small, false},
    {"refcounts-called-dark", "refcounts", "o_ter = ", large, true},
    {"date-cache-stored-light", "date-cache", "Date._cache[year", large, false},
    {"date-cache-dying-dark", "date-cache", "print(f\"{self} delete", large, true},
    {"date-cache-row-goes-light", "date-cache", "del Date._cache", small, false},
    {"date-cache-dead-light", "date-cache", "del a", large, false},
};

std::uint32_t stepOf(const Timeline &timeline, std::string_view source)
{
    for (std::size_t step = timeline.stepCount(); step-- > 0;)
        if (timeline.lexicon().text(timeline.step(step).source).substr(0, source.size()) == source)
            return static_cast<std::uint32_t>(step);
    std::fprintf(stderr, "make_screenshots: no step begins with %s\n", source.data());
    std::exit(1);
}

bool showPreset(MainWindow &window, const Gallery &gallery, const Shot &shot)
{
    const Document *document = gallery.find(QString::fromLatin1(shot.preset));
    if (document == nullptr)
        return false;
    window.open(document->source, stepOf(*document->timeline, shot.source));
    return QTest::qWaitFor([&] {
        return window.session().hasDocument() && window.session().loading() == nullptr &&
               window.session().document().source.name == document->source.name;
    });
}

bool take(const Shot &shot, const Gallery &gallery, const QDir &folder)
{
    QTemporaryDir settings;
    const SettingsFile file(settings.filePath(QStringLiteral("settings.ini")));
    Settings wanted;
    wanted.theme = shot.dark ? ThemeChoice::Dark : ThemeChoice::Light;
    file.save(wanted);
    Gallery own;
    own.start();
    own.waitForAll();
    MainWindow window(own, file);
    window.resize(shot.size);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return false;
    if (*shot.preset != '\0' && !showPreset(window, gallery, shot))
        return false;
    if (auto *canvas = window.findChild<CanvasView *>()) {
        canvas->setAnimationDuration(0);
        canvas->fit();
        canvas->setFocus();
    }
    QTest::qWait(400); // a change that was being shown has ended
    return window.grab().save(folder.filePath(QString::fromLatin1(shot.file) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_screenshots FOLDER\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(new QuietStyle);
    QApplication application(argc, argv);
    Gallery gallery;
    gallery.start();
    gallery.waitForAll();
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const Shot &shot : shots) {
        if (!take(shot, gallery, folder)) {
            std::fprintf(stderr, "make_screenshots: %s could not be made\n", shot.file);
            return 1;
        }
        std::printf("%s\n",
                    qPrintable(folder.filePath(QString::fromLatin1(shot.file) + QStringLiteral(".png"))));
    }
    return 0;
}
