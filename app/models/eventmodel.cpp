#include "models/eventmodel.h"

#include <algorithm>

namespace tetherscope {

void EventModel::clearRows()
{
    m_stepsRead = 0;
    m_rows.clear();
}

void EventModel::readSteps()
{
    for (; m_stepsRead < timeline().stepCount(); ++m_stepsRead) {
        const std::span<const Event> events = timeline().events(m_stepsRead);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (isWorthARow(events[i]))
                m_rows.push_back(
                    {static_cast<std::uint32_t>(m_stepsRead), static_cast<std::uint32_t>(i + 1)});
        }
    }
}

int EventModel::rowsAt(Position position) const
{
    const auto end = std::upper_bound(m_rows.begin(), m_rows.end(), position);
    return static_cast<int>(end - m_rows.begin());
}

bool EventModel::isFirstOfStep(int row) const
{
    return row == 0 || when(row - 1).step != when(row).step;
}

EventText EventModel::textOf(int row) const
{
    const Position position = when(row);
    return eventTextOf(timeline(), timeline().step(position.step).firstEvent + position.events - 1);
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const EventText text = textOf(index.row());
        return tr("step %1: %2 %3 %4")
            .arg(QString::number(when(index.row()).step), QString::fromStdString(text.verb),
                 QString::fromStdString(text.subject), QString::fromStdString(text.detail))
            .trimmed();
    }
    case IsOfShownStepRole:
        return when(index.row()).step == position().step;
    case IsFirstOfStepRole:
        return isFirstOfStep(index.row());
    default:
        return {};
    }
}

} // namespace tetherscope
