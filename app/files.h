#pragma once

#include "base/settings.h"
#include "session/recovery.h"

#include <QObject>

#include <functional>
#include <optional>

class QMenu;
class QMimeData;
class QWidget;

namespace tetherscope {

class Gallery;
class Session;

/// Opens presets and files, by whatever way they come, and keeps the list of files opened before; writes what
/// has been typed. Before unsaved text would go, it asks.
///
/// Lifetime  All that it is given must outlive it.
class Files : public QObject
{
    Q_OBJECT

public:
    Files(Session &session, const Gallery &gallery, Settings &settings, QWidget *window);

    void openPreset(const QString &name);
    void openFile(const QString &path);
    /// A new scenario that begins as the template does.
    void openTemplate(const QString &name);
    /// Text that was typed before a crash, over what it was typed over.
    void openLeft(const Recovery::Left &left, Recovery &recovery);
    /// The file that could not be run, to be mended: its text is in the editor, and nothing is in the
    /// picture.
    void mendRefused();
    /// Asks which, without blocking the window's thread.
    void askForFile();
    /// Asks for a file where there is none yet.
    void save();
    void saveAs();
    /// Calls it now, or when the person has saved or given up what is unsaved; never, if that is cancelled.
    void whenNothingIsUnsaved(std::function<void()> call);

    static void fillTemplates(QMenu &menu, Files &files);
    /// The files opened before, those that are gone greyed.
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    void recentChanged();

private:
    void noteOpened(const QString &path);
    /// Opens `under`, and when it is shown takes the text for typed over it.
    void openWithText(const Source &under, const QString &text, std::function<void()> whenOpen);
    void saveThen(std::function<void()> call);
    void askWhereToSave(std::function<void()> call);
    bool writeTo(const QString &path);

    Session &m_session;
    const Gallery &m_gallery;
    Settings &m_settings;
    QWidget *m_window;
};

/// The file that is dragged, if it is one local file.
std::optional<QString> draggedFile(const QMimeData &data);

} // namespace tetherscope
