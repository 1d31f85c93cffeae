#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tetherscope {

enum class ThemeChoice { System, Light, Dark };

/// What the window remembers from one start to the next; a plain value.
struct Settings
{
    ThemeChoice theme = ThemeChoice::System;
    QByteArray windowGeometry; ///< as QWidget::saveGeometry() gives it; empty at the first start
    QByteArray leftSplit;      ///< as QSplitter::saveState() gives them
    QByteArray mainSplit;
    QByteArray rightSplit;
    QStringList recentFiles; ///< absolute paths, the latest first
    QString folder;          ///< where the last file was opened
    double stepsPerSecond = 1;
    bool highContrast = false;
    bool lessMotion = false; ///< no change is animated
    int scalePercent = 100;  ///< of everything in the window, from the next start on

    static constexpr int leastScalePercent = 80;
    static constexpr int mostScalePercent = 200;

    static constexpr int mostRecentFiles = 8;
    void noteOpened(const QString &absolutePath);
};

/// Where Settings are kept: one INI file. What it lacks or cannot be read is as at the first start.
class SettingsFile
{
public:
    /// The usual place for this user, or the file that TETHERSCOPE_SETTINGS names.
    static QString usualPath();

    explicit SettingsFile(QString path)
        : m_path(std::move(path))
    {
    }
    /// Where it stands, and what else is kept of this user may.
    QString folder() const;
    Settings load() const;
    void save(const Settings &settings) const;

private:
    QString m_path;
};

} // namespace tetherscope
