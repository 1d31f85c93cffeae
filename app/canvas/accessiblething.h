#pragma once

#include "canvas/picture.h"

#include <QAccessible>
#include <QPointer>

#include <compare>

namespace tetherscope {

class CanvasView;

/// What a screen reader can go to in the picture: a thing, one of a card's rows that are in use, or one of
/// the lines that start at a thing. Rows and lines count from 0, by their order in the picture.
struct AccessiblePart
{
    enum class Kind : std::uint8_t { Thing, Row, Edge };

    Target target;
    Kind kind = Kind::Thing;
    std::uint32_t index = 0;

    friend auto operator<=>(const AccessiblePart &, const AccessiblePart &) = default;
};

/// The rows of the card that are in use, and the lines that start at the thing.
std::vector<const RowItem *> rowsOf(const Picture &picture, Target target);
std::vector<const EdgeItem *> edgesOf(const Picture &picture, Target target);

/// One part: named, described, placed; it can be focused (which gives it the keyboard's ring) and pressed (as
/// Enter does). Rows and lines are children of their thing; a line leads on to what it names.
///
/// Registered and deleted by AccessibleCanvas, which the canvas has one of.
class AccessibleThing final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleThing(CanvasView *view, AccessiblePart part);

    AccessiblePart part() const { return m_part; }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const RowItem *row() const;
    const EdgeItem *edge() const;
    std::optional<SceneRect> sceneRect() const;
    QString name() const;

    QPointer<CanvasView> m_view;
    AccessiblePart m_part;
};

} // namespace tetherscope
