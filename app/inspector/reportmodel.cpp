#include "inspector/reportmodel.h"

namespace tetherscope {

namespace {

QString joined(std::initializer_list<std::string> parts)
{
    QStringList words;
    for (const std::string &part : parts) {
        if (!part.empty())
            words.append(QString::fromStdString(part));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

void ReportModel::setReport(Report report)
{
    if (report == m_report)
        return;
    beginResetModel();
    m_report = std::move(report);
    m_lines.clear();
    for (const ReportSection &section : m_report.sections) {
        m_lines.push_back({&section, nullptr});
        for (const ReportRow &row : section.rows)
            m_lines.push_back({nullptr, &row});
    }
    endResetModel();
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole)
        return {};
    const Line shown = line(index.row());
    return shown.section ? joined({shown.section->title, shown.section->note})
                         : joined({shown.row->text, shown.row->detail, shown.row->note});
}

Qt::ItemFlags ReportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return line(index.row()).section ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace tetherscope
