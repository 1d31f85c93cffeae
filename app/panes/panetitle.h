#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;

/// The head of a pane, 30 px: its name at the left, a quieter remark at the right, a hairline below.
class PaneTitle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int heightPx = 30;

    /// `appearance` must outlive it.
    PaneTitle(const Appearance &appearance, const QString &title, QWidget *parent = nullptr);

    void setRemark(const QString &remark);
    const QString &remark() const { return m_remark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Appearance &m_appearance;
    QString m_title;
    QString m_remark;
};

} // namespace tetherscope
