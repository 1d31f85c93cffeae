#include "cli/window.h"

#include "base/quietstyle.h"
#include "cli/commands.h"
#include "export/exporter.h"
#include "export/outputfile.h"
#include "look/fontconfiguration.h"
#include "look/icons.h"
#include "mainwindow.h"
#include "session/batch.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QScreen>
#include <QStandardPaths>

#include <thread>

namespace tetherscope::cli {

namespace {

bool hasWaylandPlugin()
{
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    return !plugins.entryList({QStringLiteral("libqwayland*")}, QDir::Files).isEmpty();
}

/// What Qt is to try, in order, so that a missing display is no crash.
QByteArray platformsToTry()
{
    QByteArrayList platforms;
    if (qEnvironmentVariableIsSet("WAYLAND_DISPLAY") && hasWaylandPlugin())
        platforms.append("wayland");
    if (qEnvironmentVariableIsSet("DISPLAY"))
        platforms.append("xcb");
    platforms.append("offscreen");
    return platforms.join(';');
}

/// The moment that `--step` asks for; without it the last one.
Position shownPosition(const Arguments &arguments, const Timeline &timeline)
{
    const StepRange range = arguments.step.value_or(StepRange{});
    const std::size_t last = timeline.stepCount() - 1;
    if (range.kind == StepRange::Kind::First)
        return timeline.end(0);
    return timeline.end(range.kind == StepRange::Kind::Number ? std::min<std::size_t>(range.number, last)
                                                              : last);
}

QString picturePath(const Source &source)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(folder);
    return QDir(folder).filePath(source.baseName() + QStringLiteral(".png"));
}

/// Instead of a window: its picture in a file.
int drawWithoutDisplay(const Source &source, const Arguments &arguments)
{
    const BatchResult result = runBatch(source, BatchPlan::With);
    for (const Diagnostic &fault : result.diagnostics)
        complain(QString::fromStdString(format(source.name.toStdString(), fault)));
    if (!result.document)
        return AtFault;
    ExportOptions options;
    options.format = ExportFormat::Png;
    OutputFile file(picturePath(source));
    file.write(Exporter(result.document, options).at(shownPosition(arguments, *result.document.timeline)));
    if (!file.commit()) {
        complain(file.error());
        return AtFault;
    }
    return say(QCoreApplication::translate("Commands", "No display; the picture is in %1\n")
                   .arg(picturePath(source)));
}

std::optional<std::uint32_t> firstStep(const Arguments &arguments)
{
    if (!arguments.step)
        return std::nullopt;
    switch (arguments.step->kind) {
    case StepRange::Kind::Number:
        return arguments.step->number;
    case StepRange::Kind::Last:
        return UINT32_MAX; // the player stops at the run's end
    case StepRange::Kind::First:
    case StepRange::Kind::All:
    case StepRange::Kind::Span:
        return 0;
    }
    return 0;
}

/// Everything as large as the person has chosen, unless the environment says how large.
void scaleEverything(const Settings &settings)
{
    if (settings.scalePercent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(settings.scalePercent / 100.0, 'f', 2));
}

/// At twice the size, what a window usually is may be more than there is.
void keepOnScreen(QWidget &window)
{
    constexpr QSize frame(2, 32);
    window.resize(window.size().boundedTo(window.screen()->availableSize() - frame));
}

int showWindow(const std::optional<Source> &source, const Arguments &arguments)
{
    Gallery gallery;
    MainWindow window(gallery, SettingsFile(SettingsFile::usualPath()));
    if (source)
        window.open(*source, firstStep(arguments));
    keepOnScreen(window);
    readFontConfiguration();
    gallery.takeFinished(); // the first frame knows the titles; the pictures come as they are drawn
    window.show();
    return QApplication::exec();
}

} // namespace

int runWindow(const Arguments &arguments, int argc, char **argv)
{
    std::optional<Source> source;
    if (!arguments.scenario.isEmpty()) {
        source = sourceNamed(arguments.scenario);
        if (!source)
            return unknownPreset(arguments.scenario);
    }
    const bool hasDisplay =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool platformAsked = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!platformAsked)
        qputenv("QT_QPA_PLATFORM", platformsToTry());
    if (!platformAsked && !hasDisplay)
        silenceToolkit();
    scaleEverything(SettingsFile(SettingsFile::usualPath()).load());
    const std::jthread fonts(readFontConfiguration); // on another core while the application is made
    QApplication::setStyle(new QuietStyle);
    const QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.tetherscope.Tetherscope"));
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setFont(makeFonts().body); // before there is a widget, which would load another one
    if (!platformAsked && QGuiApplication::platformName() == u"offscreen")
        return drawWithoutDisplay(source.value_or(Source{presets().front().name, {}}), arguments);
    return showWindow(source, arguments);
}

} // namespace tetherscope::cli
