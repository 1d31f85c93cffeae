#include "models/outputmodel.h"

namespace tetherscope {

QVariant OutputModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutputLine line = m_log.line(static_cast<std::size_t>(index.row()), position());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(line.text);
    case IsValueRole:
        return line.value;
    case IsOfShownStepRole:
        return line.step == position().step;
    default:
        return {};
    }
}

QString OutputModel::emptyText() const
{
    return QString::fromStdString(nothingPrintedText(m_log, timeline(), position()));
}

} // namespace tetherscope
