#pragma once

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

    /// The line that will print or show next after this moment; 0: nothing more will.
    std::uint32_t nextPrintingLine() const;

protected:
    void readStep(std::size_t step) override;
    void clearRows() override { m_lines.clear(); }

private:
    struct Line
    {
        TextId text;
        bool value = false;
    };
    std::vector<Line> m_lines;
};

} // namespace tetherscope
