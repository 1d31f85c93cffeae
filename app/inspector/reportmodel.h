#pragma once

#include "analysis/report.h"

#include <QAbstractListModel>

#include <vector>

namespace tetherscope {

/// The sections of a report, one row under the other: headings and lines.
/// Qt::DisplayRole is a line as one text, for screen readers and for copying.
class ReportModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Exactly one of the two is not null.
    struct Line
    {
        const ReportSection *section = nullptr;
        const ReportRow *row = nullptr;
    };

    using QAbstractListModel::QAbstractListModel;

    void setReport(Report report);
    const Report &report() const { return m_report; }
    Line line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    Report m_report;
    std::vector<Line> m_lines; ///< into m_report
};

} // namespace tetherscope
