#include "canvas/accessiblething.h"

#include "canvas/accessiblecanvas.h"
#include "canvas/canvasview.h"
#include "canvas/describe.h"
#include "canvas/find.h"
#include "canvas/geometry.h"

namespace tetherscope {

namespace {

using Kind = AccessiblePart::Kind;

template<typename Item>
const Item *itemAt(const std::vector<const Item *> &items, std::uint32_t index)
{
    return index < items.size() ? items[index] : nullptr;
}

AccessibleCanvas *canvasOf(CanvasView *view)
{
    return static_cast<AccessibleCanvas *>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

std::vector<const RowItem *> rowsOf(const Picture &picture, Target target)
{
    std::vector<const RowItem *> rows;
    for (const CardItem &card : picture.cards)
        for (std::uint32_t i = 0; card.target() == target && i < card.rowCount; ++i)
            if (const RowItem &row = picture.rows[card.firstRow + i]; !row.blank)
                rows.push_back(&row);
    return rows;
}

std::vector<const EdgeItem *> edgesOf(const Picture &picture, Target target)
{
    std::vector<const EdgeItem *> edges;
    for (const EdgeItem &edge : picture.edges)
        if (startOf(edge) == target)
            edges.push_back(&edge);
    return edges;
}

AccessibleThing::AccessibleThing(CanvasView *view, AccessiblePart part)
    : m_view(view)
    , m_part(part)
{
}

const RowItem *AccessibleThing::row() const
{
    return itemAt(rowsOf(m_view->picture(), m_part.target), m_part.index);
}

const EdgeItem *AccessibleThing::edge() const
{
    return itemAt(edgesOf(m_view->picture(), m_part.target), m_part.index);
}

std::optional<SceneRect> AccessibleThing::sceneRect() const
{
    if (!m_view)
        return std::nullopt;
    if (m_part.kind == Kind::Thing)
        return rectOf(m_view->picture(), m_part.target);
    if (m_part.kind == Kind::Row) {
        const RowItem *const item = row();
        return item ? std::optional(item->rect) : std::nullopt;
    }
    const EdgeItem *const item = edge();
    return item ? std::optional(boundsOf(item->points)) : std::nullopt;
}

bool AccessibleThing::isValid() const
{
    return sceneRect().has_value();
}

QAccessibleInterface *AccessibleThing::parent() const
{
    if (!m_view)
        return nullptr;
    AccessibleCanvas *const canvas = canvasOf(m_view);
    return m_part.kind == Kind::Thing ? canvas : canvas->interfaceOf({m_part.target});
}

int AccessibleThing::childCount() const
{
    if (!m_view || m_part.kind != Kind::Thing)
        return 0;
    return static_cast<int>(rowsOf(m_view->picture(), m_part.target).size() +
                            edgesOf(m_view->picture(), m_part.target).size());
}

QAccessibleInterface *AccessibleThing::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto rows = static_cast<std::uint32_t>(rowsOf(m_view->picture(), m_part.target).size());
    const auto place = static_cast<std::uint32_t>(index);
    return canvasOf(m_view)->interfaceOf(place < rows
                                             ? AccessiblePart{m_part.target, Kind::Row, place}
                                             : AccessiblePart{m_part.target, Kind::Edge, place - rows});
}

int AccessibleThing::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *const thing = dynamic_cast<const AccessibleThing *>(child);
    const bool own = thing && thing->part().target == m_part.target && thing->part().kind != Kind::Thing;
    if (!m_view || !own)
        return -1;
    const std::size_t rows = rowsOf(m_view->picture(), m_part.target).size();
    return static_cast<int>(thing->part().index + (thing->part().kind == Kind::Edge ? rows : 0));
}

/// A row; lines are thin, and cross what is not theirs.
QAccessibleInterface *AccessibleThing::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *const part = child(i);
        if (part->role() == QAccessible::Row && part->rect().contains(x, y))
            return part;
    }
    return nullptr;
}

QString AccessibleThing::name() const
{
    switch (m_part.kind) {
    case Kind::Thing:
        return labelOf(m_view->picture(), m_part.target);
    case Kind::Row:
        return describe(*row());
    case Kind::Edge:
        return describe(m_view->picture(), *edge());
    }
    return {};
}

QString AccessibleThing::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Name)
        return name();
    const bool wanted = kind == QAccessible::Description && m_part.kind == Kind::Thing;
    return wanted ? factsAbout(m_view->picture(), m_part.target) : QString();
}

QRect AccessibleThing::rect() const
{
    const std::optional<SceneRect> scene = sceneRect();
    if (!scene)
        return {};
    const QRectF seen(m_view->toView({scene->x, scene->y}),
                      m_view->toView({scene->right(), scene->bottom()}));
    return {m_view->mapToGlobal(seen.topLeft().toPoint()), seen.size().toSize()};
}

QAccessible::Role AccessibleThing::role() const
{
    switch (m_part.kind) {
    case Kind::Row:
        return QAccessible::Row;
    case Kind::Edge:
        return QAccessible::Link;
    case Kind::Thing:
        break;
    }
    return QAccessible::ListItem;
}

QAccessible::State AccessibleThing::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid || m_part.kind != Kind::Thing)
        return state;
    state.selectable = true;
    state.focusable = true;
    state.selected = m_view->selection() == m_part.target;
    state.focused = m_view->ring() == m_part.target;
    const QRect seen(m_view->mapFromGlobal(rect().topLeft()), rect().size());
    state.offscreen = !m_view->rect().intersects(seen);
    return state;
}

void *AccessibleThing::interface_cast(QAccessible::InterfaceType type)
{
    const bool acts = type == QAccessible::ActionInterface && m_part.kind != Kind::Row;
    return acts ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleThing::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

/// Who follows a line comes to what it leads to.
void AccessibleThing::doAction(const QString &name)
{
    if (!isValid())
        return;
    const Target target = m_part.kind == Kind::Edge ? Target::of(edge()->to) : m_part.target;
    if (!target)
        return;
    if (name == pressAction())
        m_view->activate(target);
    else if (name == setFocusAction())
        m_view->setRing(target);
}

} // namespace tetherscope
