#pragma once

#include <QIcon>
#include <QPalette>

class QColor;
class QPainter;
class QRectF;

namespace tetherscope {

enum class Icon {
    Home,
    Open,
    NewFile,
    Export,
    Fit,
    ZoomIn,
    ZoomOut,
    Tidy,
    Search,
    Close,
    First,
    Back,
    Play,
    Pause,
    Next,
    Last,
    ChevronDown,
    ChevronRight,
    Diamond, ///< a weak cache
    Create,  ///< a disc with a plus
    Acquire, ///< a triangle to the right
    Release, ///< a triangle to the left
    Evict,   ///< a cross
    Bind,    ///< a small ring: a name or a slot took or let go
    WeakRing,
    StrongDot,
    Warning, ///< a triangle with "!"
};

/// Draws the icon on a grid of 16 into the rectangle's largest square, in one colour.
void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &colour);

/// An icon drawn when it is asked for: in the application palette's colour of that moment and sharp at any
/// size, so it follows a change of theme by itself.
QIcon themedIcon(Icon icon, QPalette::ColorRole role = QPalette::WindowText);

/// The program's own: a card that a solid line holds and a dashed ring watches.
QIcon applicationIcon();
void paintApplicationIcon(QPainter &painter, const QRectF &rect);

} // namespace tetherscope
