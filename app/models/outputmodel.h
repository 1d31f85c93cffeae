#pragma once

#include "analysis/outputlog.h"
#include "models/pastmodel.h"

namespace tetherscope {

/// What was printed, line by line, and the values of bare expressions.
/// Qt::DisplayRole is the text, without the arrow that stands before a value.
class OutputModel final : public PastModel
{
    Q_OBJECT

public:
    enum Role { IsValueRole = Qt::UserRole, IsOfShownStepRole };

    using PastModel::PastModel;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What to say while nothing has been printed.
    QString emptyText() const;

protected:
    void clearRows() override { m_log = {}; }
    void readSteps() override { m_log.update(timeline()); }
    int rowsAt(Position position) const override { return static_cast<int>(m_log.lineCount(position)); }

private:
    OutputLog m_log;
};

} // namespace tetherscope
