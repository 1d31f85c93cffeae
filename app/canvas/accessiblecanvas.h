#pragma once

#include "canvas/accessiblething.h"

#include <QAccessibleWidget>

#include <map>
#include <vector>

namespace tetherscope {

class CanvasView;

/// The canvas as a screen reader sees it: the picture's things are its children, in reading order, each with
/// its name ("Date#1"), what there is to say about it ("held by a and b, strong count 2"), place and state.
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

    /// The one interface of a part; made when first asked for.
    QAccessibleInterface *interfaceOf(const AccessiblePart &part) const;

    /// To be known to QAccessible before the first canvas is shown; more than once does no harm.
    static void install();

private:
    CanvasView *view() const;
    const std::vector<Target> &order() const;

    mutable std::map<AccessiblePart, QAccessible::Id> m_parts;
    mutable std::vector<Target> m_order; ///< of the picture of this number
    mutable std::uint64_t m_orderedPicture = UINT64_MAX;
};

/// Tells who listens, if anybody does.
void notifyAccessible(CanvasView &view, QAccessible::Event event);

} // namespace tetherscope
