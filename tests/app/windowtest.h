#pragma once

#include "files.h"

#include "base/actions.h"
#include "mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tetherscope {

class FlatButton;

/// Every Qt warning fails a test, but for what the offscreen platform says about itself.
void failOnUnannouncedWarnings();

/// For a text that is still running when the test is done with it, however slow or fast the machine is.
RunLimits withoutEnd();

/// A window of its own for each test, with settings in a folder that goes with it.
class TestWindow
{
public:
    explicit TestWindow(QSize size = {1600, 1000});

    /// Closes the window, which keeps its settings, and opens another.
    void reopen(QSize size = {1600, 1000});

    bool isReady() const { return m_ready; }
    MainWindow &operator*() const { return *m_window; }
    MainWindow *operator->() const { return m_window.get(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    template<typename Widget = QWidget>
    Widget &child(const char *name) const
    {
        Widget *const found = m_window->findChild<Widget *>(QLatin1StringView(name));
        Q_ASSERT_X(found, "TestWindow::child", name);
        return *found;
    }

    /// To whatever has the keyboard, as a person's key does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;

    Position position() const { return m_window->session().player().position(); }
    std::uint32_t step() const { return position().step; }

private:
    QTemporaryDir m_folder;
    Gallery m_gallery;
    std::unique_ptr<MainWindow> m_window;
    bool m_ready = false;
};

/// Clicks a preset's card on the start page and waits until it has run; the picture moves without animation.
void openPreset(const TestWindow &window, const char *card);

/// The visible button that triggers the action. Requires: there is one.
FlatButton &buttonOf(const TestWindow &window, ActionId id);

} // namespace tetherscope
