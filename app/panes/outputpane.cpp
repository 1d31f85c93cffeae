#include "panes/outputpane.h"

#include "base/appearance.h"
#include "models/outputmodel.h"
#include "panes/panetitle.h"
#include "panes/quietlist.h"
#include "session/session.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tetherscope {

namespace {

constexpr int outputRowHeight = 22;

/// A printed line in the code's face; a value in italics behind an arrow.
class OutputDelegate final : public QStyledItemDelegate
{
public:
    OutputDelegate(const Appearance &appearance, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {80, outputRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = m_appearance.theme();
        const bool now = index.data(OutputModel::IsOfShownStepRole).toBool();
        const bool value = index.data(OutputModel::IsValueRole).toBool();
        if (now || option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        QFont font = theme.fonts.code;
        font.setItalic(value);
        painter->setFont(font);
        painter->setPen(now ? theme.text : theme.secondary);
        const QRect space = option.rect.adjusted(14, 0, -8, 0);
        QString text = index.data().toString();
        if (value)
            text.prepend(QStringLiteral("→ "));
        painter->drawText(space, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, space.width()));
    }

private:
    const Appearance &m_appearance;
};

} // namespace

OutputPane::OutputPane(const Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new OutputModel(this))
    , m_list(new QuietList(appearance, this))
{
    m_list->setObjectName(QStringLiteral("output"));
    m_list->setAccessibleName(tr("Output"));
    m_list->setItemDelegate(new OutputDelegate(appearance, m_list));
    m_list->setModel(m_model);
    setFocusProxy(m_list);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneTitle(appearance, tr("Output"), this));
    column->addWidget(m_list);
    connect(&session, &Session::documentChanged, this, &OutputPane::showDocument);
    connect(&session, &Session::grown, this, &OutputPane::showGrowth);
    connect(&session, &Session::momentChanged, this, &OutputPane::showMoment);
}

void OutputPane::showDocument()
{
    m_model->setTimeline(m_session.document().timeline);
}

void OutputPane::showGrowth()
{
    m_model->update();
    showMoment();
}

void OutputPane::showMoment()
{
    m_model->setPosition(m_session.player().position());
    m_list->scrollToBottom();
    m_list->setEmptyText(m_model->emptyText());
}

} // namespace tetherscope
