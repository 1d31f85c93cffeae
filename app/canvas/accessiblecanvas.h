#pragma once

#include "canvas/target.h"

#include <QAccessibleWidget>

#include <map>

namespace tetherscope {

class CanvasView;

/// The canvas as a screen reader sees it: the picture's things are its children, in reading order, each with
/// its name
/// ("Date#1, held by a and b, strong count 2"), place and state.
class AccessibleCanvas final : public QAccessibleWidget
{
public:
    explicit AccessibleCanvas(CanvasView *view);
    ~AccessibleCanvas() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    /// To be known to QAccessible before the first canvas is shown; more than once does no harm.
    static void install();

private:
    CanvasView *view() const;
    QAccessibleInterface *interfaceOf(Target target) const;

    mutable std::map<Target, QAccessible::Id> m_children; ///< made when asked for
};

} // namespace tetherscope
