#pragma once

#include "analysis/eventtext.h"
#include "models/pastmodel.h"

#include <vector>

namespace tetherscope {

/// What happened, event by event. Qt::DisplayRole is the row as one line of text.
class EventModel final : public PastModel
{
    Q_OBJECT

public:
    enum Role { IsOfShownStepRole = Qt::UserRole, IsFirstOfStepRole };

    using PastModel::PastModel;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    EventText textOf(int row) const;
    /// The moment right after the row's event.
    Position when(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    bool isFirstOfStep(int row) const;

protected:
    void clearRows() override;
    void readSteps() override;
    int rowsAt(Position position) const override;

private:
    std::size_t m_stepsRead = 0;
    std::vector<Position> m_rows;
};

} // namespace tetherscope
