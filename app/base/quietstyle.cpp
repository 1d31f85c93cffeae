#include "base/quietstyle.h"

#include "look/icons.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>

#include <algorithm>

namespace tetherscope {

namespace {

constexpr int scrollBarWidth = 10;
constexpr int shortestHandle = 28;
constexpr int menuItemHeight = 28;

/// The handle's place on its way, as long as the part that is in sight.
QRect handleRect(const QStyleOptionSlider &bar)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int way = horizontal ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    if (range <= 0)
        return bar.rect;
    const qint64 whole = qint64(range) + bar.pageStep;
    const int length = std::clamp(static_cast<int>(qint64(way) * bar.pageStep / whole), shortestHandle, way);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      way - length, bar.upsideDown);
    return horizontal ? QRect(bar.rect.left() + start, bar.rect.top(), length, bar.rect.height())
                      : QRect(bar.rect.left(), bar.rect.top() + start, bar.rect.width(), length);
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar)
{
    painter.fillRect(bar.rect, bar.palette.color(QPalette::Base));
    if (bar.maximum <= bar.minimum)
        return;
    const bool warm = bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ink = bar.palette.color(QPalette::PlaceholderText);
    ink.setAlphaF(warm ? 0.8F : 0.4F);
    painter.setBrush(ink);
    const QRectF handle = QRectF(handleRect(bar)).adjusted(2, 2, -2, -2);
    const double rounding = std::min(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, rounding, rounding);
    painter.restore();
}

} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return shortestHandle;
    case PM_MenuBarHMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    if (hint == SH_UnderlineShortcut)
        return QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const auto *const bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = handleRect(*bar);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    QRect before = bar->rect;
    QRect after = bar->rect;
    if (horizontal) {
        before.setRight(handle.left() - 1);
        after.setLeft(handle.right() + 1);
    } else {
        before.setBottom(handle.top() - 1);
        after.setTop(handle.bottom() + 1);
    }
    switch (part) {
    case SC_ScrollBarSlider:
        return handle;
    case SC_ScrollBarSubPage:
        return before;
    case SC_ScrollBarAddPage:
        return after;
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *const bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        paintScrollBar(*painter, *bar);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_PanelScrollAreaCorner) // where two scroll bars would meet
        painter->fillRect(option->rect, option->palette.base());
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *const item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuBarEmptyArea || !item || element != CE_MenuBarItem)
        return element == CE_MenuBarEmptyArea ? painter->fillRect(option->rect, option->palette.window())
                                              : QProxyStyle::drawControl(element, option, painter, widget);
    const bool open = item->state.testFlag(State_Selected);
    painter->fillRect(item->rect, open ? item->palette.brush(QPalette::Midlight) : item->palette.window());
    const int flags = Qt::AlignCenter | Qt::TextSingleLine |
                      (styleHint(SH_UnderlineShortcut, item, widget, nullptr) ? Qt::TextShowMnemonic
                                                                              : Qt::TextHideMnemonic);
    drawItemText(painter, item->rect, flags, item->palette, item->state.testFlag(State_Enabled), item->text,
                 QPalette::WindowText);
}

/// The arrow of a menu bar that is too narrow, in our own hand; a menu bar asks for it in any case, and the
/// base style would read picture files for it.
QIcon QuietStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return themedIcon(Icon::ChevronRight, QPalette::WindowText);
    return QProxyStyle::standardIcon(icon, option, widget);
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_MenuBarItem)
        needed.setHeight(menuItemHeight);
    return needed;
}

} // namespace tetherscope
