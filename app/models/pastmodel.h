#pragma once

#include "timeline/timeline.h"

#include <QAbstractListModel>

#include <memory>

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
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    const Timeline &timeline() const { return *m_timeline; }
    virtual void clearRows() = 0;
    /// Reads the steps that have not been read yet.
    virtual void readSteps() = 0;
    /// How many of the rows have happened by then.
    virtual int rowsAt(Position position) const = 0;

private:
    std::shared_ptr<const Timeline> m_timeline;
    Position m_position;
    int m_shown = 0;
};

} // namespace tetherscope
