#include "files.h"

#include "session/gallery.h"
#include "session/session.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSaveFile>
#include <QStringDecoder>

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
    whenNothingIsUnsaved([this, name] {
        if (const Document *const made = m_gallery.find(name))
            m_session.show(*made);
        else
            m_session.open({name, {}});
    });
}

void Files::openFile(const QString &path)
{
    whenNothingIsUnsaved([this, path] {
        m_settings.folder = QFileInfo(path).absolutePath();
        m_session.open(fileSource(path));
    });
}

void Files::openTemplate(const QString &name)
{
    whenNothingIsUnsaved([this, name] {
        QFile file(QStringLiteral(":/templates/%1.py").arg(name));
        if (file.open(QIODevice::ReadOnly))
            m_session.open(newSource(tr("untitled"), QString::fromUtf8(file.readAll())));
    });
}

void Files::openWithText(const Source &under, const QString &text, std::function<void()> whenOpen)
{
    const auto take = [this, under, text, whenOpen = std::move(whenOpen)] {
        const Source &shown = m_session.document().source;
        if (shown.path != under.path || shown.name != under.name)
            return; // another was opened in its stead
        whenOpen();
        m_session.draft().replace(text);
    };
    connect(&m_session, &Session::documentChanged, this, take, Qt::SingleShotConnection);
    m_session.open(under);
}

/// What it was typed over is opened first, for the text may be one that cannot be run.
void Files::openLeft(const Recovery::Left &left, Recovery &recovery)
{
    whenNothingIsUnsaved([this, left, &recovery] {
        Source under = left.source;
        under.draft = under.isNew ? std::make_shared<const std::string>() : nullptr;
        const QString text = QString::fromStdString(*left.source.draft);
        openWithText(under, text, [left, &recovery] { recovery.adopt(left); });
    });
}

void Files::mendRefused()
{
    whenNothingIsUnsaved([this] {
        Source under = m_session.problemSource();
        QFile file(under.path);
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString text = file.open(QIODevice::ReadOnly) ? decode(file.readAll()) : QString();
        if (text.isEmpty() || decode.hasError())
            return m_session.open(under); // it has become another, and says so
        under.draft = std::make_shared<const std::string>();
        openWithText(under, text, [] {});
    });
}

void Files::save()
{
    saveThen([] {});
}

void Files::saveAs()
{
    askWhereToSave([] {});
}

void Files::saveThen(std::function<void()> call)
{
    const Source source = m_session.draft().source();
    if (source.path.isEmpty())
        askWhereToSave(std::move(call));
    else if (writeTo(source.path))
        call();
}

void Files::askWhereToSave(std::function<void()> call)
{
    QFileDialog *const dialog = new QFileDialog(m_window, tr("Save the scenario"), m_settings.folder,
                                                tr("Scenarios (*.py);;All files (*)"));
    dialog->setObjectName(QStringLiteral("save-dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("py"));
    dialog->selectFile(m_session.draft().source().fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, call = std::move(call)](const QString &path) {
        if (writeTo(path))
            call();
    });
    dialog->open();
}

/// Whole or not at all.
bool Files::writeTo(const QString &path)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(m_session.draft().text().toUtf8()) >= 0 && file.commit();
    if (!isWritten) {
        QMessageBox *const box = new QMessageBox(
            QMessageBox::NoIcon, tr("Not saved"),
            tr("%1 could not be written: %2.").arg(path, file.errorString()), QMessageBox::Ok, m_window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return false;
    }
    m_session.noteSaved(path);
    m_settings.folder = QFileInfo(path).absolutePath();
    noteOpened(QFileInfo(path).absoluteFilePath());
    return true;
}

void Files::whenNothingIsUnsaved(std::function<void()> call)
{
    if (!m_session.draft().isModified())
        return call();
    QMessageBox *const box = new QMessageBox(
        QMessageBox::NoIcon, tr("Unsaved text"),
        tr("What you have written in %1 is not saved.").arg(m_session.draft().source().fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("unsaved"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, call = std::move(call)](int answer) {
        if (answer == QMessageBox::Save)
            return saveThen(call);
        if (answer != QMessageBox::Discard)
            return;
        m_session.draft().discard();
        call();
    });
    box->open();
}

void Files::fillTemplates(QMenu &menu, Files &files)
{
    const std::initializer_list<std::pair<QString, QString>> templates{
        {QStringLiteral("blank"), tr("A few names")},
        {QStringLiteral("class-and-names"), tr("A class, and who holds its objects")},
        {QStringLiteral("weak-dictionary"), tr("A dictionary of weak references")},
        {QStringLiteral("weak-cache"), tr("A cache of objects by key")},
        {QStringLiteral("cycle"), tr("A cycle, and the collector")}};
    for (const auto &[name, title] : templates)
        menu.addAction(title, &files, [&files, name = name] { files.openTemplate(name); });
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
