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
    const int shown = rowsAt(position);
    const int before = m_shown;
    // Who asks for a row that is about to go is answered as of the position before.
    if (shown > before)
        beginInsertRows({}, before, shown - 1);
    else if (shown < before)
        beginRemoveRows({}, shown, before - 1);
    m_position = position;
    m_shown = shown;
    if (shown > before)
        endInsertRows();
    else if (shown < before)
        endRemoveRows();
    if (m_shown > 0)
        Q_EMIT dataChanged(index(0), index(m_shown - 1)); // what is of this step, what is the latest
}

int PastModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

} // namespace tetherscope
