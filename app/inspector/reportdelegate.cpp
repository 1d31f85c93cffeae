#include "inspector/reportdelegate.h"

#include "base/appearance.h"
#include "look/icons.h"

#include <QPainter>

namespace tetherscope {

namespace {

constexpr int reportMargin = 16;
constexpr int reportIndent = 24;
constexpr int reportSectionHeight = 34;
constexpr int reportRowHeight = 26;

QColor toneInk(Trend tone, const QColor &rest, const Theme &theme)
{
    switch (tone) {
    case Trend::Gain:
        return theme.created;
    case Trend::Loss:
        return theme.removed;
    case Trend::Neutral:
        return rest;
    }
    return rest;
}

} // namespace

ReportDelegate::ReportDelegate(const ReportModel &model, const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_appearance(appearance)
{
}

QSize ReportDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {120, m_model.line(index.row()).section ? reportSectionHeight : reportRowHeight};
}

void ReportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const ReportModel::Line line = m_model.line(index.row());
    painter->setRenderHint(QPainter::Antialiasing);
    if (line.section)
        return paintSection(*painter, option.rect, *line.section);
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.canvas);
    paintRow(*painter, option.rect, *line.row);
}

void ReportDelegate::paintSection(QPainter &painter, const QRect &line, const ReportSection &section) const
{
    const Theme &theme = m_appearance.theme();
    const QRect space = line.adjusted(reportMargin, 6, -reportMargin, 0);
    painter.setFont(theme.fonts.bodyStrong);
    painter.setPen(theme.text);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(section.title));
    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(section.note));
}

void ReportDelegate::paintMark(QPainter &painter, const QRect &line, const ReportRow &row) const
{
    const Theme &theme = m_appearance.theme();
    const QRectF place(line.left() + reportMargin, line.center().y() - 5.5, 12, 12);
    if (row.mark == ReportRow::Mark::Strong)
        paintIcon(painter, Icon::StrongDot, place, toneInk(row.tone, theme.strong, theme));
    else if (row.mark == ReportRow::Mark::Weak)
        paintIcon(painter, Icon::WeakRing, place, theme.weak);
}

void ReportDelegate::paintRow(QPainter &painter, const QRect &line, const ReportRow &row) const
{
    const Theme &theme = m_appearance.theme();
    paintMark(painter, line, row);
    const int indent = row.mark == ReportRow::Mark::None ? reportMargin : reportMargin + reportIndent;
    QRect space = line.adjusted(indent, 0, -reportMargin, 0);

    const QString note = QString::fromStdString(row.note);
    painter.setFont(row.tone == Trend::Neutral ? theme.fonts.small : theme.fonts.smallStrong);
    painter.setPen(toneInk(row.tone, theme.secondary, theme));
    painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter, note);
    space.setRight(space.right() - painter.fontMetrics().horizontalAdvance(note) - 10);

    painter.setFont(row.code ? theme.fonts.code : theme.fonts.body);
    painter.setPen(theme.text);
    const QString text =
        painter.fontMetrics().elidedText(QString::fromStdString(row.text), Qt::ElideMiddle, space.width());
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter, text);
    space.setLeft(space.left() + painter.fontMetrics().horizontalAdvance(text) + 8);

    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    const QString detail = QString::fromStdString(row.detail);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, std::max(0, space.width())));
}

} // namespace tetherscope
