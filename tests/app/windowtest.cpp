#include "windowtest.h"

#include "canvas/canvasview.h"
#include "panes/flatbutton.h"
#include "start/presetcard.h"

#include <QRegularExpression>

#include <limits>

namespace tetherscope {

void failOnUnannouncedWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)).*")));
}

RunLimits withoutEnd()
{
    RunLimits limits;
    limits.operations = std::numeric_limits<std::size_t>::max();
    return limits;
}

TestWindow::TestWindow(QSize size)
{
    m_gallery.start();
    m_gallery.waitForAll();
    reopen(size);
}

void TestWindow::reopen(QSize size)
{
    if (m_window)
        m_window->close();
    m_window.reset(); // also one that asks about unsaved text: that is a crash then
    m_window = std::make_unique<MainWindow>(m_gallery, SettingsFile(file(QStringLiteral("settings.ini"))));
    m_window->resize(size);
    m_window->show();
    m_ready = QTest::qWaitForWindowActive(m_window.get());
}

void TestWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *const focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void openPreset(const TestWindow &window, const char *card)
{
    QTest::mouseClick(&window.child<PresetCard>(card), Qt::LeftButton);
    QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
    window.child<CanvasView>("canvas").setAnimationDuration(0);
}

FlatButton &buttonOf(const TestWindow &window, ActionId id)
{
    QAction *const action = window->actions()[id];
    for (FlatButton *const button : window->findChildren<FlatButton *>()) {
        if (button->defaultAction() == action && button->isVisible())
            return *button;
    }
    qFatal("no button for this action");
}

} // namespace tetherscope
