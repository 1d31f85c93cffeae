#include "inspector/inspectorpane.h"

#include "base/appearance.h"
#include "inspector/reportdelegate.h"
#include "inspector/reporthead.h"
#include "inspector/reportmodel.h"
#include "panes/panetitle.h"
#include "panes/quietlist.h"
#include "session/session.h"

#include <QMouseEvent>
#include <QVBoxLayout>

namespace tetherscope {

namespace {

Report reportOn(Target target, const Moment &moment)
{
    switch (target.kind) {
    case Target::Kind::Object:
        return objectReport(moment, target.object());
    case Target::Kind::Name:
        return nameReport(moment, target.name());
    case Target::Kind::Cache:
        return cacheReport(moment, target.cache());
    case Target::Kind::Nothing:
        break;
    }
    return stepReport(moment);
}

Target targetOf(const ThingRef &thing)
{
    if (thing.object)
        return Target::of(thing.object);
    return thing.name ? Target::of(thing.name) : Target::of(thing.cache);
}

} // namespace

InspectorPane::InspectorPane(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_head(new ReportHead(appearance, this))
    , m_model(new ReportModel(this))
    , m_list(new QuietList(appearance, this))
{
    m_list->setObjectName(QStringLiteral("inspector"));
    m_list->setAccessibleName(tr("Inspector"));
    m_list->setUniformItemSizes(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setItemDelegate(new ReportDelegate(*m_model, appearance, m_list));
    m_list->setModel(m_model);
    m_list->setEmptyText(tr("Select an object to see what keeps it alive."));
    m_list->viewport()->installEventFilter(this);
    setFocusProxy(m_list);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneTitle(appearance, tr("Inspector"), this));
    column->addWidget(m_head);
    column->addWidget(m_list);
    connect(&session, &Session::momentChanged, this, &InspectorPane::refresh);
    connect(&session.selection(), &Selection::changed, this, &InspectorPane::refresh);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const ReportRow *const row = m_model->line(index.row()).row)
            follow(*row);
    });
}

void InspectorPane::refresh()
{
    if (!m_session.hasDocument())
        return;
    m_model->setReport(reportOn(m_session.selection().target(), m_session.moment()));
    m_head->setReport(m_model->report());
}

void InspectorPane::follow(const ReportRow &row)
{
    if (const Target target = targetOf(row.thing))
        m_session.selection().select(target);
    else if (row.moment)
        m_session.player().seek(*row.moment);
}

bool InspectorPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint point = static_cast<const QMouseEvent &>(*event).position().toPoint();
        const QModelIndex index = m_list->indexAt(point);
        const ReportRow *const row = index.isValid() ? m_model->line(index.row()).row : nullptr;
        if (row) {
            // A copy: what it leads to may replace the report.
            const ReportRow clicked = *row;
            const int noteLeft = m_list->visualRect(index).right() - ReportDelegate::noteWidth;
            if (clicked.moment && point.x() > noteLeft)
                m_session.player().seek(*clicked.moment);
            else
                follow(clicked);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tetherscope
