#include "panes/eventspane.h"

#include "base/appearance.h"
#include "look/icons.h"
#include "models/eventmodel.h"
#include "panes/panetitle.h"
#include "panes/quietlist.h"
#include "qt/moves.h"
#include "session/session.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tetherscope {

namespace {

constexpr int eventRowHeight = 28;
constexpr int eventNumberRight = 32;
constexpr int eventVerbLeft = 68;
constexpr int eventSubjectLeft = 128;

Icon iconOfShape(EventShape shape)
{
    switch (shape) {
    case EventShape::Create:
        return Icon::Create;
    case EventShape::Acquire:
        return Icon::Acquire;
    case EventShape::Release:
        return Icon::Release;
    case EventShape::Evict:
        return Icon::Evict;
    case EventShape::Other:
        return Icon::Bind;
    }
    return Icon::Bind;
}

/// The last part of a detail, which says most: of "argument, 1 → 2" the count.
QString heartOf(const QString &detail)
{
    return detail.section(QStringLiteral(", "), -1);
}

/// Step, shape, verb, subject and detail in columns; the shown step's rows are tinted.
class EventDelegate final : public QStyledItemDelegate
{
public:
    EventDelegate(const EventModel &model, const Appearance &appearance, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, eventRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = m_appearance.theme();
        const QRect row = option.rect;
        const EventText text = m_model.textOf(index.row());
        const bool now = m_model.when(index.row()).step == m_model.position().step;
        painter->setRenderHint(QPainter::Antialiasing);
        if (now || option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(row, theme.selection);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(row, theme.canvas);
        if (m_model.isFirstOfStep(index.row())) {
            painter->setFont(theme.fonts.codeSmall);
            painter->setPen(theme.secondary);
            painter->drawText(QRect(row.left(), row.top(), eventNumberRight, row.height()),
                              Qt::AlignRight | Qt::AlignVCenter,
                              QString::number(m_model.when(index.row()).step));
        }
        const QRectF icon(row.left() + 46, row.center().y() - 5, 12, 12);
        paintIcon(*painter, iconOfShape(text.shape), icon, inkOf(text.shape, now));
        paintWords(*painter, row, text);
    }

private:
    QColor inkOf(EventShape shape, bool now) const
    {
        const Theme &theme = m_appearance.theme();
        switch (shape) {
        case EventShape::Create:
            return theme.created;
        case EventShape::Acquire:
            return now ? theme.accent : theme.strong;
        case EventShape::Release:
        case EventShape::Evict:
            return theme.removed;
        case EventShape::Other:
            return theme.secondary;
        }
        return theme.secondary;
    }

    void paintWords(QPainter &painter, const QRect &row, const EventText &text) const
    {
        const Theme &theme = m_appearance.theme();
        painter.setFont(theme.fonts.body);
        painter.setPen(theme.text);
        const QString verb = QString::fromStdString(text.verb);
        painter.drawText(QRect(row.left() + eventVerbLeft, row.top(), row.width(), row.height()),
                         Qt::AlignVCenter, verb);
        const int afterVerb = eventVerbLeft + painter.fontMetrics().horizontalAdvance(verb) + 10;

        const QRect space = row.adjusted(std::max(eventSubjectLeft, afterVerb), 0, -14, 0);
        paintSubject(painter, space, QString::fromStdString(text.subject),
                     QString::fromStdString(text.detail));
    }

    /// Where both do not fit, the detail gives way first: what is left of it is its last part.
    void paintSubject(QPainter &painter, const QRect &space, const QString &subject,
                      const QString &detail) const
    {
        constexpr int gap = 8;
        const Theme &theme = m_appearance.theme();
        const QFontMetrics code(theme.fonts.code);
        const QFontMetrics small(theme.fonts.small);
        const int least = std::min(small.horizontalAdvance(heartOf(detail)), space.width() * 2 / 5);
        const int forSubject = std::min(code.horizontalAdvance(subject) + 1, space.width() - least - gap);
        painter.setFont(theme.fonts.code);
        painter.setPen(theme.text);
        painter.drawText(space, Qt::AlignVCenter, code.elidedText(subject, Qt::ElideMiddle, forSubject));
        const int forDetail = space.width() - forSubject - gap;
        const bool fits = small.horizontalAdvance(detail) <= forDetail;
        painter.setFont(theme.fonts.small);
        painter.setPen(theme.secondary);
        painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter,
                         fits ? detail : small.elidedText(heartOf(detail), Qt::ElideLeft, forDetail));
    }

    const EventModel &m_model;
    const Appearance &m_appearance;
};

} // namespace

EventsPane::EventsPane(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new EventModel(this))
    , m_title(new PaneTitle(appearance, tr("Events"), this))
    , m_list(new QuietList(appearance, this))
{
    m_list->setObjectName(QStringLiteral("events"));
    m_list->setAccessibleName(tr("Events"));
    m_list->setEmptyText(tr("No events yet."));
    m_list->setItemDelegate(new EventDelegate(*m_model, appearance, m_list));
    m_list->setModel(m_model);
    setFocusProxy(m_list);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list);
    connect(&session, &Session::documentChanged, this, &EventsPane::showDocument);
    connect(&session, &Session::grown, this, &EventsPane::showGrowth);
    connect(&session, &Session::momentChanged, this, &EventsPane::showMoment);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { goTo(index.row()); });
}

void EventsPane::showDocument()
{
    m_model->setTimeline(m_session.document().timeline);
}

void EventsPane::showGrowth()
{
    m_model->update();
    showMoment();
}

void EventsPane::showMoment()
{
    m_model->setPosition(m_session.player().position());
    m_title->setRemark(m_model->rowCount() > 0 ? tr("%1 so far").arg(m_model->rowCount()) : QString());
    m_list->clearSelection();
    m_list->scrollToBottom();
}

void EventsPane::goTo(int row)
{
    const EventText text = m_model->textOf(row);
    m_session.player().seek(moves::stopAt(m_session.timeline(), m_model->when(row)));
    if (text.object)
        m_session.selection().select(Target::of(text.object));
    else if (text.name)
        m_session.selection().select(Target::of(text.name));
}

} // namespace tetherscope
