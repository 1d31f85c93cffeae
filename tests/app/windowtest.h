#pragma once

#include "files.h"

#include "mainwindow.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tetherscope {

/// Every Qt warning fails a test, but for what the offscreen platform says about itself.
inline void failOnUnannouncedWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)).*")));
}

/// A window of its own for each test, with settings in a folder that goes with it.
class TestWindow
{
public:
    explicit TestWindow(QSize size = {1600, 1000})
    {
        m_gallery.start();
        m_gallery.waitForAll();
        reopen(size);
    }

    /// Closes the window, which keeps its settings, and opens another.
    void reopen(QSize size = {1600, 1000})
    {
        if (m_window)
            m_window->close();
        m_window =
            std::make_unique<MainWindow>(m_gallery, SettingsFile(file(QStringLiteral("settings.ini"))));
        m_window->resize(size);
        m_window->show();
        m_ready = QTest::qWaitForWindowActive(m_window.get());
    }

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
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *const focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }

    Position position() const { return m_window->session().player().position(); }
    std::uint32_t step() const { return position().step; }

private:
    QTemporaryDir m_folder;
    Gallery m_gallery;
    std::unique_ptr<MainWindow> m_window;
    bool m_ready = false;
};

} // namespace tetherscope
