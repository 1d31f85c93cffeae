#include "models/pastmodel.h"

#include <utility>

namespace tetherscope {

void PastModel::setTimeline(std::shared_ptr<const Timeline> timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    clearRows();
    m_position = {};
    m_shown = 0;
    endResetModel();
    update();
}

void PastModel::update()
{
    if (!m_timeline)
        return;
    readSteps(); // beyond the moment, so no change that a view must know of
    setPosition(m_position);
}

void PastModel::setPosition(Position position)
{
    if (!m_timeline)
        return;
    m_position = position;
    const int shown = rowsAt(position);
    if (shown > m_shown) {
        beginInsertRows({}, m_shown, shown - 1);
        m_shown = shown;
        endInsertRows();
    } else if (shown < m_shown) {
        beginRemoveRows({}, shown, m_shown - 1);
        m_shown = shown;
        endRemoveRows();
    }
    if (m_shown > 0)
        Q_EMIT dataChanged(index(0), index(m_shown - 1)); // what is of this step, what is the latest
}

int PastModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

} // namespace tetherscope
