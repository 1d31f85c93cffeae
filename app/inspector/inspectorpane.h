#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;
class QuietList;
class ReportHead;
class ReportModel;
class Session;
struct ReportRow;

/// What is selected, in words: who holds it, who only watches it, what it holds. Nothing selected: what this
/// step changed. A click on a line selects what it names, a click on its note goes to that moment.
///
/// Lifetime  Session and appearance must outlive it.
class InspectorPane : public QWidget
{
    Q_OBJECT

public:
    InspectorPane(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void follow(const ReportRow &row);

    Session &m_session;
    ReportHead *m_head;
    ReportModel *m_model;
    QuietList *m_list;
};

} // namespace tetherscope
