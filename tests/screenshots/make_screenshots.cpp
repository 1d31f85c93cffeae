// Makes the pictures of screenshots/: the start page, and the window at the steps that tell most, in both
// themes. Offscreen, so that they are the same on every machine. Usage: make_screenshots [--all] FOLDER.
// With --all: every preset at its telling step, at three sizes and in both themes, to be looked at one by
// one.

#include "base/quietstyle.h"
#include "canvas/canvasview.h"
#include "mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

using namespace tetherscope;

namespace {

struct Shot
{
    std::string file;
    std::string preset; ///< empty: the start page
    std::string source; ///< the last step whose statement begins so is shown
    QSize size;
    bool dark;
};

constexpr QSize small{1280, 800};
constexpr QSize large{1600, 1000};

/// The ten that tell most, over themes, sizes and lessons.
const std::vector<Shot> shots = {
    {"start-light", "", "", small, false},
    {"weak-cache-hit-light", "weak-cache", "b = Date", large, false},
    {"weak-cache-evicted-dark", "weak-cache", "del b", small, true},
    {"refcounts-weak-light", "refcounts", "o_ref = ", small, false},
    {"date-cache-dying-dark", "date-cache", "print(f\"{self} delete", large, true},
    {"stale-eviction-light", "stale-eviction", "new = Date", large, false},
    {"tree-weak-parent-dark", "tree-weak-parent", "leaf = Node", large, true},
    {"exception-holds-frame-light", "exception-holds-frame", "kept = error", large, false},
    {"cycle-and-collector-dark", "cycle-and-collector", "del right", small, true},
    {"two-level-cache-light", "two-level-cache", "paris = zone", large, false},
};

struct Telling
{
    const char *preset;
    const char *source; ///< where what the preset teaches is best seen
};

constexpr std::array tellingSteps = {
    Telling{"aliases", "grid[0][0] = 1"},
    Telling{"callbacks", "print(\"first callback"},
    Telling{"closure-holds", "account.total += amount"},
    Telling{"cycle-and-collector", "del right"},
    Telling{"date-cache", "Date._cache[year"},
    Telling{"dead-entry-returns-none", "assert \"alice\" in sessions"},
    Telling{"death-order", "print(\"del\", self.name)"},
    Telling{"default-argument-trap", "yours = add"},
    Telling{"exception-holds-frame", "kept = error"},
    Telling{"finalize", "finalize(folder"},
    Telling{"flyweight-glyphs", "word = ["},
    Telling{"hit-or-miss", "deep = Color"},
    Telling{"identity-map", "session.rename"},
    Telling{"observers", "method = WeakMethod"},
    Telling{"refcounts", "o_ref = "},
    Telling{"resurrection", "nest.append(self)"},
    Telling{"stale-eviction", "new = Date"},
    Telling{"strong-cache-leak", "del sunset"},
    Telling{"tree-weak-parent", "leaf = Node"},
    Telling{"two-level-cache", "paris = zone"},
    Telling{"two-live-one-key", "other = unit"},
    Telling{"value-holds-key", "del second"},
    Telling{"weak-cache", "b = Date"},
};

constexpr std::array sizes = {QSize(1024, 700), QSize(1280, 800), QSize(1920, 1080)};

std::vector<Shot> everyPreset()
{
    std::vector<Shot> all;
    for (const Telling &telling : tellingSteps)
        for (const QSize &size : sizes)
            for (const bool dark : {false, true})
                all.push_back({std::string(telling.preset) + '-' + std::to_string(size.width()) +
                                   (dark ? "-dark" : "-light"),
                               telling.preset, telling.source, size, dark});
    return all;
}

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
    const Document *document = gallery.find(QString::fromStdString(shot.preset));
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
    if (!shot.preset.empty() && !showPreset(window, gallery, shot))
        return false;
    if (auto *canvas = window.findChild<CanvasView *>()) {
        canvas->setAnimationDuration(0);
        canvas->setFocus();
    }
    QTest::qWait(400); // a change that was being shown has ended
    return window.grab().save(folder.filePath(QString::fromStdString(shot.file) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char **argv)
{
    const bool all = argc == 3 && std::string_view(argv[1]) == "--all";
    if (argc != 2 && !all) {
        std::fprintf(stderr, "usage: make_screenshots [--all] FOLDER\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(new QuietStyle);
    QApplication application(argc, argv);
    Gallery gallery;
    gallery.start();
    gallery.waitForAll();
    const QDir folder(QString::fromLocal8Bit(argv[argc - 1]));
    for (const Shot &shot : all ? everyPreset() : shots) {
        if (!take(shot, gallery, folder)) {
            std::fprintf(stderr, "make_screenshots: %s could not be made\n", shot.file.c_str());
            return 1;
        }
        std::printf("%s\n",
                    qPrintable(folder.filePath(QString::fromStdString(shot.file) + QStringLiteral(".png"))));
    }
    return 0;
}
