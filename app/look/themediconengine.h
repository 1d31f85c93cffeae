#pragma once

#include <QIconEngine>
#include <QPalette>

#include <functional>

namespace tetherscope {

/// Draws an icon when it is asked for, from a function, with the application's palette of that moment.
class ThemedIconEngine final : public QIconEngine
{
public:
    using Drawing = std::function<void(QPainter &, const QRectF &, QPalette::ColorGroup, const QPalette &)>;

    explicit ThemedIconEngine(Drawing drawing);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    Drawing m_drawing;
};

} // namespace tetherscope
