#pragma once

#include "base/settings.h"

#include <QObject>

#include <optional>

class QMenu;
class QMimeData;
class QWidget;

namespace tetherscope {

class Gallery;
class Session;

/// Opens presets and files, by whatever way they come, and keeps the list of files opened before.
///
/// Lifetime  All that it is given must outlive it.
class Files : public QObject
{
    Q_OBJECT

public:
    Files(Session &session, const Gallery &gallery, Settings &settings, QWidget *window);

    void openPreset(const QString &name);
    void openFile(const QString &path);
    /// Asks which, without blocking the window's thread.
    void askForFile();
    /// The files opened before, those that are gone greyed.
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    void recentChanged();

private:
    void noteOpened(const QString &path);

    Session &m_session;
    const Gallery &m_gallery;
    Settings &m_settings;
    QWidget *m_window;
};

/// The file that is dragged, if it is one local file.
std::optional<QString> draggedFile(const QMimeData &data);

} // namespace tetherscope
