#include "models/pastmodel.h"

#include <algorithm>

namespace tetherscope {

void PastModel::setTimeline(std::shared_ptr<const Timeline> timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    m_rows.clear();
    clearRows();
    m_stepsRead = 0;
    m_position = {};
    m_shown = 0;
    endResetModel();
    update();
}

void PastModel::update()
{
    // Rows beyond the moment are not shown, so reading them is no change that a view must know of.
    for (; m_timeline && m_stepsRead < m_timeline->stepCount(); ++m_stepsRead)
        readStep(m_stepsRead);
    setPosition(m_position);
}

int PastModel::rowsUpTo(Position position) const
{
    const auto end = std::upper_bound(m_rows.begin(), m_rows.end(), position);
    return static_cast<int>(end - m_rows.begin());
}

void PastModel::setPosition(Position position)
{
    const Position before = std::exchange(m_position, position);
    const int shown = rowsUpTo(position);
    if (shown > m_shown) {
        beginInsertRows({}, m_shown, shown - 1);
        m_shown = shown;
        endInsertRows();
    } else if (shown < m_shown) {
        beginRemoveRows({}, shown, m_shown - 1);
        m_shown = shown;
        endRemoveRows();
    }
    if (before.step != position.step && m_shown > 0)
        Q_EMIT dataChanged(index(0), index(m_shown - 1)); // the tint has moved
}

int PastModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

} // namespace tetherscope
