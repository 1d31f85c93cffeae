#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;
class OutputModel;
class PaneTitle;
class QuietList;
class Session;

/// What was printed and shown, up to the play head and no further.
///
/// Lifetime  Session and appearance must outlive it.
class OutputPane : public QWidget
{
    Q_OBJECT

public:
    OutputPane(const Session &session, const Appearance &appearance, QWidget *parent = nullptr);

private:
    void showDocument();
    void showGrowth();
    void showMoment();

    const Session &m_session;
    OutputModel *m_model;
    QuietList *m_list;
};

} // namespace tetherscope
