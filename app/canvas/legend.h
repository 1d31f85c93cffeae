#pragma once

#include "look/theme.h"

#include <QRectF>
#include <QWidget>

namespace tetherscope {

class Surface;

/// What a solid line, a dashed line and a plus are, from the strip's left, as much as has room; at half its
/// height.
void drawLegend(Surface &surface, const Theme &theme, const QRectF &strip);

/// The line at the canvas's foot that says what a solid line, a dashed line and a plus are.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent);

    void setTheme(const Theme &theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace tetherscope
