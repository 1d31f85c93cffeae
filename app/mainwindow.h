#pragma once

#include "base/appearance.h"
#include "base/settings.h"
#include "menus.h"
#include "session/gallery.h"
#include "session/recovery.h"
#include "session/session.h"

#include <QMainWindow>

class QStackedWidget;

namespace tetherscope {

class Actions;
class Files;
class Notices;
class StartPage;
class StatusLine;
class ToolStrip;
class Workspace;

/// The window: makes the parts and connects them; decides nothing itself.
///
/// Lifetime  `gallery` must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Gallery &gallery, const SettingsFile &settingsFile);
    ~MainWindow() override;

    void open(const Source &source, std::optional<std::uint32_t> step = std::nullopt);
    void showStartPage();

    Session &session() { return m_session; }
    const Actions &actions() const { return *m_actions; }
    Appearance &appearance() { return m_appearance; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createParts();
    void needWorkspace();
    void connectFiles();
    void connectTime();
    void connectViews();
    void setTheme(ThemeChoice choice);
    void showScenario();
    void showTitle();
    void showLeft();
    void toggleStartPage();
    void showRange();
    void setScenarioShown(bool shown);
    void showKeySheet();
    void showAbout();

    Gallery &m_gallery;
    SettingsFile m_settingsFile;
    Settings m_settings;
    Appearance m_appearance;
    Session m_session;
    Actions *m_actions = nullptr;
    Recovery m_recovery;
    FileMenus m_fileMenus{};
    Files *m_files = nullptr;
    ToolStrip *m_tools = nullptr;
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    Workspace *m_workspace = nullptr; ///< made when first needed: the start page must not wait for it
    StatusLine *m_status = nullptr;
    Notices *m_notices = nullptr;
};

} // namespace tetherscope
