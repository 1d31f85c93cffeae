#include "canvas/accessiblecanvas.h"

#include "canvas/canvasview.h"
#include "canvas/describe.h"
#include "canvas/find.h"

#include <QPointer>

#include <algorithm>

namespace tetherscope {

namespace {

/// One thing of the picture.
class AccessibleThing final : public QAccessibleInterface
{
public:
    AccessibleThing(CanvasView *view, Target target)
        : m_view(view)
        , m_target(target)
    {
    }

    Target target() const { return m_target; }
    bool isValid() const override { return m_view && rectOf(m_view->picture(), m_target); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    QPointer<CanvasView> m_view;
    Target m_target;
};

QString AccessibleThing::text(QAccessible::Text kind) const
{
    return m_view && kind == QAccessible::Name ? describe(m_view->picture(), m_target) : QString();
}

QRect AccessibleThing::rect() const
{
    if (!isValid())
        return {};
    const SceneRect scene = *rectOf(m_view->picture(), m_target);
    const QRectF seen(m_view->toView({scene.x, scene.y}), m_view->toView({scene.right(), scene.bottom()}));
    return {m_view->mapToGlobal(seen.topLeft().toPoint()), seen.size().toSize()};
}

QAccessible::State AccessibleThing::state() const
{
    QAccessible::State state;
    if (!isValid())
        return state;
    state.selectable = true;
    state.focusable = true;
    state.selected = m_view->selection() == m_target;
    state.focused = m_view->ring() == m_target;
    return state;
}

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
    for (const auto &[target, id] : m_children)
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

QAccessibleInterface *AccessibleCanvas::interfaceOf(Target target) const
{
    const auto [place, fresh] = m_children.try_emplace(target, 0);
    if (fresh)
        place->second = QAccessible::registerAccessibleInterface(new AccessibleThing(view(), target));
    return QAccessible::accessibleInterface(place->second);
}

int AccessibleCanvas::childCount() const
{
    return static_cast<int>(readingOrder(view()->picture()).size());
}

QAccessibleInterface *AccessibleCanvas::child(int index) const
{
    const std::vector<Target> order = readingOrder(view()->picture());
    const bool there = index >= 0 && static_cast<std::size_t>(index) < order.size();
    return there ? interfaceOf(order[static_cast<std::size_t>(index)]) : nullptr;
}

int AccessibleCanvas::indexOfChild(const QAccessibleInterface *child) const
{
    const AccessibleThing *thing = dynamic_cast<const AccessibleThing *>(child);
    if (!thing)
        return -1;
    const std::vector<Target> order = readingOrder(view()->picture());
    const auto found = std::find(order.begin(), order.end(), thing->target());
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

QAccessibleInterface *AccessibleCanvas::childAt(int x, int y) const
{
    const ScenePoint scene = view()->toScene(view()->mapFromGlobal(QPoint(x, y)));
    const Target target = targetAt(view()->picture(), scene, 0);
    return target ? interfaceOf(target) : nullptr;
}

QAccessibleInterface *AccessibleCanvas::focusChild() const
{
    return view()->ring() ? interfaceOf(view()->ring()) : nullptr;
}

} // namespace tetherscope
