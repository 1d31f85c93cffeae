#pragma once

#include "timeline/timeline.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace tetherscope {

/// The play head: the moment of a run that is looked at, and how it moves.
///
/// Without a timeline it stands at step 0 and no move does anything. A move that leads nowhere emits nothing.
///
/// Lifetime  Shares the timeline.
/// Threads   One; the thread that appends to the timeline.
class Player : public QObject
{
    Q_OBJECT

public:
    static constexpr double slowest = 0.25; ///< steps a second
    static constexpr double fastest = 8;

    explicit Player(QObject *parent = nullptr);

    /// Another run: the play head goes to its start, and playing stops.
    void setTimeline(std::shared_ptr<const Timeline> timeline);
    /// The timeline has grown: moves that led nowhere may lead somewhere now.
    void noteGrowth();

    Position position() const { return m_position; }
    bool isPlaying() const { return m_timer.isActive(); }
    double stepsPerSecond() const { return m_stepsPerSecond; }
    bool isAtStart() const { return m_position == Position{}; }
    bool isAtEnd() const;

    /// Brings the position into the run's range first.
    void seek(Position position);
    void seekStep(std::size_t step);

    void stepForward();
    void stepBack();
    void eventForward();
    void eventBack();
    void overForward();
    void overBack();
    void out();
    void first();
    void last();

    /// Starts from the beginning when at the end; stops by itself there.
    void play();
    void pause();
    void togglePlaying();
    void setStepsPerSecond(double speed);

Q_SIGNALS:
    void positionChanged(tetherscope::Position position);
    void playingChanged(bool playing);
    void speedChanged(double stepsPerSecond);
    /// isAtStart() or isAtEnd() may have changed.
    void rangeChanged();

private:
    using Move = std::optional<Position> (*)(const Timeline &, Position);
    void move(Move where);
    void moveTo(Position position);
    void playOneStep();

    std::shared_ptr<const Timeline> m_timeline;
    Position m_position;
    QTimer m_timer;
    double m_stepsPerSecond = 1;
};

} // namespace tetherscope
