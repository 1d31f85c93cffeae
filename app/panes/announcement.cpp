#include "panes/announcement.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tetherscope {

namespace {

constexpr const char *announcerProperty = "announcer";

QAccessibleInterface *makeMessage(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    QWidget *const widget = qobject_cast<QWidget *>(object);
    const bool announces = widget && widget->property(announcerProperty).toBool();
    return announces ? new QAccessibleWidget(widget, QAccessible::AlertMessage) : nullptr;
}

} // namespace

void makeAnnouncer(QWidget &widget)
{
    QAccessible::installFactory(makeMessage);
    widget.setProperty(announcerProperty, true);
}

void announce(QWidget &announcer)
{
    if (!QAccessible::isActive())
        return;
    for (const QAccessible::Event type : {QAccessible::Alert, QAccessible::ObjectShow}) {
        QAccessibleEvent event(&announcer, type);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace tetherscope
