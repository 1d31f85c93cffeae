#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;
class Session;

/// The last line of the window: what exists at this moment, and the keys that matter now.
///
/// Lifetime  Session and appearance must outlive it.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(const Session &session, const Appearance &appearance, QWidget *parent = nullptr);

    /// On the start page other keys matter, and nothing is counted.
    void setScenarioShown(bool shown);
    const QStringList &counts() const { return m_counts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMoment();

    const Session &m_session;
    const Appearance &m_appearance;
    QStringList m_counts;
    QStringList m_alarms;
    QStringList m_keys;
    bool m_scenarioShown = false;
};

} // namespace tetherscope
