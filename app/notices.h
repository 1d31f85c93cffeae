#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace tetherscope {

class Appearance;
class Notice;
class Session;

/// Says over the picture what takes long, with a way to cancel it, and why a text could not be run.
///
/// Work that is over within a moment is not mentioned.
///
/// Lifetime  All that it is given must outlive it, the host too.
class Notices : public QObject
{
    Q_OBJECT

public:
    Notices(Session &session, const Appearance &appearance, QWidget *host, QObject *parent = nullptr);

    /// What the notices lie over from now on.
    void setHost(QWidget *host);

Q_SIGNALS:
    /// The person wants to mend the text that could not be run.
    void mendingAsked();

private:
    void showBusy();
    void sayBusy();
    void showProblems();

    Session &m_session;
    Notice *m_busy;
    Notice *m_problem;
    QTimer m_patience;
};

} // namespace tetherscope
