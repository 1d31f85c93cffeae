#include "files.h"

#include "session/gallery.h"
#include "session/session.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

namespace tetherscope {

Files::Files(Session &session, const Gallery &gallery, Settings &settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_gallery(gallery)
    , m_settings(settings)
    , m_window(window)
{
    connect(&session, &Session::fileOpened, this, &Files::noteOpened);
}

void Files::openPreset(const QString &name)
{
    if (const Document *const made = m_gallery.find(name))
        m_session.show(*made);
    else
        m_session.open({name, {}});
}

void Files::openFile(const QString &path)
{
    m_settings.folder = QFileInfo(path).absolutePath();
    m_session.open(fileSource(path));
}

void Files::askForFile()
{
    QFileDialog *const dialog = new QFileDialog(m_window, tr("Open a scenario"), m_settings.folder,
                                                tr("Scenarios (*.py);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Files::openFile);
    dialog->open();
}

void Files::fillMenu(QMenu &menu)
{
    menu.clear();
    for (const QString &path : std::as_const(m_settings.recentFiles)) {
        QAction *const action = menu.addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No file yet"))->setEnabled(false);
}

void Files::noteOpened(const QString &path)
{
    m_settings.noteOpened(path);
    Q_EMIT recentChanged();
}

std::optional<QString> draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return std::nullopt;
    return urls.first().toLocalFile();
}

} // namespace tetherscope
