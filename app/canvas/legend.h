#pragma once

#include "look/theme.h"

#include <QWidget>

namespace tetherscope {

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
