#pragma once

#include "timeline/timeline.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace tetherscope {

/// A list of things that happened in a run, in order, up to a moment and no further: going back takes rows
/// away.
///
/// Threads  One; the thread that appends to the timeline.
class PastModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Another run; the moment is its start.
    void setTimeline(std::shared_ptr<const Timeline> timeline);
    /// Takes in what the timeline has got since.
    void update();
    void setPosition(Position position);

    Position position() const { return m_position; }
    /// The moment right after the row's thing has happened.
    Position when(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    bool belongsToShownStep(int row) const { return when(row).step == m_position.step; }
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    const Timeline &timeline() const { return *m_timeline; }
    /// Adds the step's rows with addRow(), in order.
    virtual void readStep(std::size_t step) = 0;
    virtual void clearRows() {}
    void addRow(Position when) { m_rows.push_back(when); }
    std::size_t knownRows() const { return m_rows.size(); }

private:
    int rowsUpTo(Position position) const;

    std::shared_ptr<const Timeline> m_timeline;
    std::size_t m_stepsRead = 0;
    std::vector<Position> m_rows;
    Position m_position;
    int m_shown = 0;
};

} // namespace tetherscope
