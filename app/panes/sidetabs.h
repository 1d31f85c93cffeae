#pragma once

#include <QWidget>

class QSplitter;

namespace tetherscope {

class Appearance;

/// Two panes, one above the other with their titles, or, where there is little height to share, behind two
/// tabs.
///
/// `appearance` must outlive it.
class SideTabs : public QWidget
{
    Q_OBJECT

public:
    struct Pane
    {
        QString title;
        QWidget *widget;
    };

    SideTabs(const Pane &first, const Pane &second, const Appearance &appearance, QWidget *parent = nullptr);

    enum class Mode { Stacked, Tabs };
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// Brings the pane to the front, where there are tabs.
    void raisePane(QWidget *pane);

    QSplitter &splitter() const { return *m_splitter; }

private:
    class Tab;
    void showFront();

    QSplitter *m_splitter;
    QWidget *m_strip;
    QWidget *m_panes[2];
    Tab *m_tabs[2];
    Mode m_mode = Mode::Stacked;
    int m_front = 1; ///< events: they tell more at once
};

} // namespace tetherscope
