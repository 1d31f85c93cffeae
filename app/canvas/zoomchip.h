#pragma once

#include "look/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tetherscope {

/// "− 120 % +", in the canvas's lower right corner.
class ZoomChip : public QWidget
{
    Q_OBJECT

public:
    explicit ZoomChip(QWidget *parent);

    void setTheme(const Theme &theme);
    void setZoom(double zoom);

Q_SIGNALS:
    void zoomInRequested();
    void zoomOutRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QToolButton *m_out;
    QLabel *m_percent;
    QToolButton *m_in;
};

} // namespace tetherscope
