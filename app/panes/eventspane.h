#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;
class EventModel;
class PaneTitle;
class QuietList;
class Session;

/// What happened up to the play head, event by event; follows it, and a click goes there.
///
/// Lifetime  Session and appearance must outlive it.
class EventsPane : public QWidget
{
    Q_OBJECT

public:
    EventsPane(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

private:
    void showDocument();
    void showGrowth();
    void showMoment();
    void goTo(int row);

    Session &m_session;
    EventModel *m_model;
    PaneTitle *m_title;
    QuietList *m_list;
};

} // namespace tetherscope
