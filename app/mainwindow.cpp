#include "mainwindow.h"

#include "base/actions.h"
#include "export/exportdialog.h"
#include "export/pictureout.h"
#include "files.h"
#include "keysheet.h"
#include "menus.h"
#include "notices.h"
#include "panes/picturepane.h"
#include "panes/statusline.h"
#include "panes/toolstrip.h"
#include "start/startpage.h"
#include "workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace tetherscope {

MainWindow::MainWindow(Gallery &gallery, const SettingsFile &settingsFile)
    : m_gallery(gallery)
    , m_settingsFile(settingsFile)
    , m_settings(settingsFile.load())
    , m_appearance(m_settings)
    , m_recovery(m_session.draft(), settingsFile.folder() + QStringLiteral("/unsaved"))
{
    gallery.start(m_appearance.theme()); // it works while the window is made
    m_actions = new Actions(this);
    m_fileMenus = fillMenuBar(*menuBar(), *m_actions);
    m_files = new Files(m_session, gallery, m_settings, this);
    setObjectName(QStringLiteral("main-window"));
    setWindowTitle(tr("Tetherscope"));
    setAcceptDrops(true);
    createParts();
    connectFiles();
    connectTime();
    connectViews();
    m_session.player().setStepsPerSecond(m_settings.stepsPerSecond);
    if (!restoreGeometry(m_settings.windowGeometry))
        resize(1280, 800);
    showStartPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::createParts()
{
    QWidget *const body = new QWidget(this);
    m_tools = new ToolStrip(m_session, *m_actions, m_appearance, body);
    m_pages = new QStackedWidget(body);
    m_start = new StartPage(m_gallery, *m_actions, m_appearance, m_pages);
    m_start->setRecentFiles(m_settings.recentFiles);
    connect(m_start, &StartPage::leftChosen, this, [this](const QString &file) {
        for (const Recovery::Left &left : m_recovery.left()) {
            if (left.file == file)
                m_files->openLeft(left, m_recovery);
        }
    });
    m_pages->addWidget(m_start);
    m_status = new StatusLine(m_session, m_appearance, body);
    m_notices = new Notices(m_session, m_appearance, m_start, this);
    connect(m_notices, &Notices::mendingAsked, m_files, &Files::mendRefused);
    QVBoxLayout *const column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(body);
    const ThemeChoice choice = m_appearance.choice();
    (*m_actions)[ActionId::ThemeSystem]->setChecked(choice == ThemeChoice::System);
    (*m_actions)[ActionId::ThemeLight]->setChecked(choice == ThemeChoice::Light);
    (*m_actions)[ActionId::ThemeDark]->setChecked(choice == ThemeChoice::Dark);
    (*m_actions)[ActionId::HighContrast]->setChecked(m_settings.highContrast);
    (*m_actions)[ActionId::LessMotion]->setChecked(m_settings.lessMotion);
    for (const ScaleCommand &scale : scaleCommands())
        (*m_actions)[scale.id]->setChecked(scale.percent == m_settings.scalePercent);
}

void MainWindow::needWorkspace()
{
    if (m_workspace)
        return;
    m_workspace = new Workspace(m_session, *m_actions, m_appearance, m_pages);
    m_pages->addWidget(m_workspace);
    m_workspace->restore(m_settings);
    const Actions &actions = *m_actions;
    for (const ActionId pane : {ActionId::GoToCanvas, ActionId::GoToCode, ActionId::GoToEvents,
                                ActionId::GoToInspector, ActionId::GoToConsole, ActionId::NextPane})
        connect(actions[pane], &QAction::triggered, m_workspace, [this, pane] { m_workspace->goTo(pane); });
    connect(m_workspace, &Workspace::spaceTapped, actions[ActionId::PlayPause], &QAction::trigger);
}

void MainWindow::connectFiles()
{
    const Actions &actions = *m_actions;
    connect(actions[ActionId::OpenFile], &QAction::triggered, m_files, &Files::askForFile);
    connect(actions[ActionId::RunAgain], &QAction::triggered, &m_session, &Session::runAgain);
    connect(actions[ActionId::StartPage], &QAction::triggered, this, &MainWindow::toggleStartPage);
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(actions[ActionId::ExportPicture], &QAction::triggered, this,
            [this] { (new ExportDialog(m_workspace->picture().seen(), this))->open(); });
    connect(actions[ActionId::CopyPicture], &QAction::triggered, this, [this] {
        const SeenMoment seen = m_workspace->picture().seen();
        copyPicture(seen, optionsAsSeen(seen));
    });
    connect(actions[ActionId::PrintPicture], &QAction::triggered, this,
            [this] { printWithDialog(m_workspace->picture().seen(), this); });
    connect(m_start, &StartPage::presetChosen, m_files, &Files::openPreset);
    connect(m_start, &StartPage::fileChosen, m_files, &Files::openFile);
    connect(m_tools, &ToolStrip::presetChosen, m_files, &Files::openPreset);
    connect(m_fileMenus.recent, &QMenu::aboutToShow, this,
            [this] { m_files->fillMenu(*m_fileMenus.recent); });
    Files::fillTemplates(*m_fileMenus.templates, *m_files);
    connect(actions[ActionId::NewScenario], &QAction::triggered, m_files,
            [this] { m_files->openTemplate(QStringLiteral("blank")); });
    connect(actions[ActionId::Save], &QAction::triggered, m_files, &Files::save);
    connect(actions[ActionId::SaveAs], &QAction::triggered, m_files, &Files::saveAs);
    connect(&m_session, &Session::sourceChanged, this, &MainWindow::showTitle);
    connect(&m_session.draft(), &Draft::modifiedChanged, this, &MainWindow::showTitle);
    connect(m_files, &Files::recentChanged, this,
            [this] { m_start->setRecentFiles(m_settings.recentFiles); });
}

void MainWindow::connectTime()
{
    const Actions &actions = *m_actions;
    Player &player = m_session.player();
    const auto connectMove = [&](ActionId id, void (Player::*target)()) {
        connect(actions[id], &QAction::triggered, &player, target);
    };
    connectMove(ActionId::StepForward, &Player::stepForward);
    connectMove(ActionId::StepBack, &Player::stepBack);
    connectMove(ActionId::EventForward, &Player::eventForward);
    connectMove(ActionId::EventBack, &Player::eventBack);
    connectMove(ActionId::OverForward, &Player::overForward);
    connectMove(ActionId::OverBack, &Player::overBack);
    connectMove(ActionId::Out, &Player::out);
    connectMove(ActionId::First, &Player::first);
    connectMove(ActionId::Last, &Player::last);
    connectMove(ActionId::PlayPause, &Player::togglePlaying);
    connect(&player, &Player::rangeChanged, this, &MainWindow::showRange);
    connect(&player, &Player::playingChanged, this, [this](bool playing) {
        (*m_actions)[ActionId::PlayPause]->setText(playing ? tr("Pa&use") : tr("Pla&y"));
    });
}

void MainWindow::connectViews()
{
    const Actions &actions = *m_actions;
    connect(actions[ActionId::Tidy], &QAction::triggered, &m_session, &Session::tidy);
    connect(actions[ActionId::SelectionBack], &QAction::triggered, &m_session.selection(), &Selection::back);
    connect(actions[ActionId::SelectionForward], &QAction::triggered, &m_session.selection(),
            &Selection::forward);
    connect(actions[ActionId::ThemeSystem], &QAction::triggered, this,
            [this] { setTheme(ThemeChoice::System); });
    connect(actions[ActionId::ThemeLight], &QAction::triggered, this,
            [this] { setTheme(ThemeChoice::Light); });
    connect(actions[ActionId::ThemeDark], &QAction::triggered, this, [this] { setTheme(ThemeChoice::Dark); });
    connect(actions[ActionId::HighContrast], &QAction::toggled, this, [this](bool on) {
        m_settings.highContrast = on;
        m_appearance.setHighContrast(on);
    });
    connect(actions[ActionId::LessMotion], &QAction::toggled, this, [this](bool on) {
        m_settings.lessMotion = on;
        m_appearance.setLessMotion(on);
    });
    for (const ScaleCommand &scale : scaleCommands())
        connect(actions[scale.id], &QAction::triggered, this,
                [this, percent = scale.percent] { m_settings.scalePercent = percent; });
    connect(actions[ActionId::KeySheet], &QAction::triggered, this, &MainWindow::showKeySheet);
    connect(actions[ActionId::WhatsThis], &QAction::triggered, this,
            [] { QWhatsThis::enterWhatsThisMode(); });
    connect(actions[ActionId::About], &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_session, &Session::documentAboutToChange, this, &MainWindow::needWorkspace);
    connect(&m_session, &Session::documentChanged, this, &MainWindow::showScenario);
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_settings.theme = choice;
    m_appearance.setChoice(choice);
}

void MainWindow::open(const Source &source, std::optional<std::uint32_t> step)
{
    m_session.open(source, step);
}

void MainWindow::showScenario()
{
    showTitle();
    m_pages->setCurrentWidget(m_workspace);
    m_notices->setHost(m_workspace->findChild<QWidget *>(QStringLiteral("canvas")));
    setScenarioShown(true);
    if (!m_workspace->isWriting()) // who writes wants to go on when it has run
        m_workspace->goTo(ActionId::GoToCanvas);
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] – Tetherscope").arg(m_session.draft().source().baseName()));
    setWindowModified(m_session.draft().isModified());
}

void MainWindow::showLeft()
{
    m_start->setLeft(m_recovery.left());
}

void MainWindow::showStartPage()
{
    m_session.player().pause();
    m_pages->setCurrentWidget(m_start);
    m_notices->setHost(m_start);
    setScenarioShown(false);
    showLeft();
    m_start->takeFocus();
}

void MainWindow::toggleStartPage()
{
    if (m_pages->currentWidget() == m_start && m_session.hasDocument())
        showScenario();
    else
        showStartPage();
}

void MainWindow::setScenarioShown(bool shown)
{
    m_actions->setScenarioShown(shown);
    m_tools->setScenarioShown(shown);
    m_status->setScenarioShown(shown);
    if (shown)
        showRange();
}

void MainWindow::showRange()
{
    const Player &player = m_session.player();
    const bool shown = m_pages->currentWidget() == m_workspace && m_workspace;
    for (const ActionId back : {ActionId::First, ActionId::StepBack, ActionId::EventBack, ActionId::OverBack})
        (*m_actions)[back]->setEnabled(shown && !player.isAtStart());
    for (const ActionId on :
         {ActionId::Last, ActionId::StepForward, ActionId::EventForward, ActionId::OverForward})
        (*m_actions)[on]->setEnabled(shown && !player.isAtEnd());
}

void MainWindow::showKeySheet()
{
    (new KeySheet(m_appearance, this))->open();
}

void MainWindow::showAbout()
{
    QMessageBox *const box = new QMessageBox(QMessageBox::NoIcon, tr("About Tetherscope"),
                                             tr("Tetherscope %1\n\nAn oscilloscope for object references.")
                                                 .arg(QCoreApplication::applicationVersion()),
                                             QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.draft().isModified()) {
        event->ignore();
        return m_files->whenNothingIsUnsaved([this] { close(); });
    }
    m_settings.windowGeometry = saveGeometry();
    m_settings.stepsPerSecond = m_session.player().stepsPerSecond();
    if (m_workspace)
        m_workspace->remember(m_settings);
    m_settingsFile.save(m_settings);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedFile(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const std::optional<QString> file = draggedFile(*event->mimeData());
    if (!file)
        return;
    event->acceptProposedAction();
    m_files->openFile(*file);
}

} // namespace tetherscope
