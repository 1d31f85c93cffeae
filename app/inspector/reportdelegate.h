#pragma once

#include "inspector/reportmodel.h"

#include <QStyledItemDelegate>

namespace tetherscope {

class Appearance;

/// Draws the lines of a report: headings with their note, and lines with their mark.
///
/// Lifetime  Model and appearance must outlive it.
class ReportDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int noteWidth = 96; ///< at the right end of a line: where its moment is

    ReportDelegate(const ReportModel &model, const Appearance &appearance, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintSection(QPainter &painter, const QRect &line, const ReportSection &section) const;
    void paintRow(QPainter &painter, const QRect &line, const ReportRow &row) const;
    void paintMark(QPainter &painter, const QRect &line, const ReportRow &row) const;

    const ReportModel &m_model;
    const Appearance &m_appearance;
};

} // namespace tetherscope
