#include "canvas/accessiblecanvas.h"

#include "canvas/canvasview.h"
#include "canvas/find.h"

#include <algorithm>

namespace tetherscope {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    CanvasView *view = qobject_cast<CanvasView *>(object);
    return view ? new AccessibleCanvas(view) : nullptr;
}

} // namespace

AccessibleCanvas::AccessibleCanvas(CanvasView *view)
    : QAccessibleWidget(view, QAccessible::Canvas)
{
}

AccessibleCanvas::~AccessibleCanvas()
{
    for (const auto &[part, id] : m_parts)
        QAccessible::deleteAccessibleInterface(id);
}

void AccessibleCanvas::install()
{
    QAccessible::installFactory(makeInterface);
}

CanvasView *AccessibleCanvas::view() const
{
    return static_cast<CanvasView *>(widget());
}

const std::vector<Target> &AccessibleCanvas::order() const
{
    if (m_orderedPicture != view()->pictureNumber()) {
        m_order = everythingInOrder(view()->picture());
        m_orderedPicture = view()->pictureNumber();
    }
    return m_order;
}

QAccessibleInterface *AccessibleCanvas::interfaceOf(const AccessiblePart &part) const
{
    const auto [place, fresh] = m_parts.try_emplace(part, 0);
    if (fresh)
        place->second = QAccessible::registerAccessibleInterface(new AccessibleThing(view(), part));
    return QAccessible::accessibleInterface(place->second);
}

int AccessibleCanvas::childCount() const
{
    return static_cast<int>(order().size());
}

QAccessibleInterface *AccessibleCanvas::child(int index) const
{
    const bool there = index >= 0 && index < childCount();
    return there ? interfaceOf({order()[static_cast<std::size_t>(index)]}) : nullptr;
}

int AccessibleCanvas::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *const thing = dynamic_cast<const AccessibleThing *>(child);
    if (!thing || thing->part().kind != AccessiblePart::Kind::Thing)
        return -1;
    const auto found = std::find(order().begin(), order().end(), thing->part().target);
    return found == order().end() ? -1 : static_cast<int>(found - order().begin());
}

QAccessibleInterface *AccessibleCanvas::childAt(int x, int y) const
{
    const ScenePoint scene = view()->toScene(view()->mapFromGlobal(QPoint(x, y)));
    const Target target = targetAt(view()->picture(), scene, 0);
    return target ? interfaceOf({target}) : nullptr;
}

QAccessibleInterface *AccessibleCanvas::focusChild() const
{
    return view()->ring() ? interfaceOf({view()->ring()}) : nullptr;
}

void notifyAccessible(CanvasView &view, QAccessible::Event event)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent happened(&view, event);
    QAccessible::updateAccessibility(&happened);
}

} // namespace tetherscope
