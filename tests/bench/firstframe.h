#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <cstdlib>
#include <functional>

/// Ends the process, after a line on standard output, when the first frame has been painted that `complete`
/// accepts.
///
/// Watches every widget of the application. The line is written from the event loop, after the paint events
/// of one frame have been flushed to the window.
class FirstFrame : public QObject
{
public:
    explicit FirstFrame(std::function<bool(QWidget &)> complete)
        : m_complete(std::move(complete))
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() &&
            m_complete(*static_cast<QWidget *>(watched)))
            QTimer::singleShot(0, qApp, [] {
                std::puts("painted");
                std::fflush(stdout);
                std::_Exit(0);
            });
        return false;
    }

private:
    std::function<bool(QWidget &)> m_complete;
};
