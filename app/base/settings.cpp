#include "base/settings.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

/// Raised when a key changes its meaning; older files are then read as empty.
constexpr int schema = 1;

constexpr std::array<QLatin1StringView, 3> themeWords{QLatin1StringView("system"), QLatin1StringView("light"),
                                                      QLatin1StringView("dark")};

ThemeChoice themeFrom(const QString &word)
{
    for (std::size_t i = 0; i < themeWords.size(); ++i) {
        if (word == themeWords[i])
            return static_cast<ThemeChoice>(i);
    }
    return ThemeChoice::System;
}

} // namespace

void Settings::noteOpened(const QString &absolutePath)
{
    recentFiles.removeAll(absolutePath);
    recentFiles.prepend(absolutePath);
    if (recentFiles.size() > mostRecentFiles)
        recentFiles.resize(mostRecentFiles);
}

QString SettingsFile::usualPath()
{
    QString asked = qEnvironmentVariable("TETHERSCOPE_SETTINGS");
    if (!asked.isEmpty())
        return asked;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/tetherscope/tetherscope.ini");
}

QString SettingsFile::folder() const
{
    return QFileInfo(m_path).absolutePath();
}

Settings SettingsFile::load() const
{
    const QSettings file(m_path, QSettings::IniFormat);
    Settings settings;
    if (file.value("schema").toInt() != schema)
        return settings;
    settings.theme = themeFrom(file.value("theme").toString());
    settings.windowGeometry = file.value("window/geometry").toByteArray();
    settings.mainSplit = file.value("window/main").toByteArray();
    settings.leftSplit = file.value("window/left").toByteArray();
    settings.rightSplit = file.value("window/right").toByteArray();
    settings.recentFiles = file.value("files/recent").toStringList();
    settings.folder = file.value("files/folder").toString();
    settings.stepsPerSecond = file.value("time/stepsPerSecond", settings.stepsPerSecond).toDouble();
    settings.highContrast = file.value("look/highContrast").toBool();
    settings.lessMotion = file.value("look/lessMotion").toBool();
    settings.scalePercent = std::clamp(file.value("look/scalePercent", settings.scalePercent).toInt(),
                                       Settings::leastScalePercent, Settings::mostScalePercent);
    return settings;
}

void SettingsFile::save(const Settings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue("schema", schema);
    file.setValue("theme", themeWords[static_cast<std::size_t>(settings.theme)]);
    file.setValue("window/geometry", settings.windowGeometry);
    file.setValue("window/main", settings.mainSplit);
    file.setValue("window/left", settings.leftSplit);
    file.setValue("window/right", settings.rightSplit);
    file.setValue("files/recent", settings.recentFiles);
    file.setValue("files/folder", settings.folder);
    file.setValue("time/stepsPerSecond", settings.stepsPerSecond);
    file.setValue("look/highContrast", settings.highContrast);
    file.setValue("look/lessMotion", settings.lessMotion);
    file.setValue("look/scalePercent", settings.scalePercent);
}

} // namespace tetherscope
