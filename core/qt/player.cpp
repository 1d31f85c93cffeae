#include "qt/player.h"

#include "qt/moves.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

int intervalMs(double stepsPerSecond)
{
    return static_cast<int>(std::lround(1000 / stepsPerSecond));
}

} // namespace

Player::Player(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(intervalMs(m_stepsPerSecond));
    connect(&m_timer, &QTimer::timeout, this, &Player::playOneStep);
}

void Player::setTimeline(std::shared_ptr<const Timeline> timeline)
{
    pause();
    m_timeline = std::move(timeline);
    m_position = {};
    Q_EMIT positionChanged(m_position);
    Q_EMIT rangeChanged();
}

void Player::noteGrowth()
{
    Q_EMIT rangeChanged();
}

bool Player::isAtEnd() const
{
    return !m_timeline || m_timeline->stepCount() == 0 || m_position == m_timeline->last();
}

void Player::moveTo(Position position)
{
    if (position == m_position)
        return;
    m_position = position;
    Q_EMIT positionChanged(position);
    Q_EMIT rangeChanged();
}

void Player::move(Move where)
{
    if (!m_timeline || m_timeline->stepCount() == 0)
        return;
    if (const std::optional<Position> target = where(*m_timeline, m_position))
        moveTo(*target);
}

void Player::seek(Position position)
{
    if (!m_timeline || m_timeline->stepCount() == 0)
        return;
    const auto lastStep = static_cast<std::uint32_t>(m_timeline->stepCount() - 1);
    const std::uint32_t step = std::min(position.step, lastStep);
    const std::uint32_t events = step == position.step ? position.events : UINT32_MAX;
    moveTo({step, std::min(events, m_timeline->end(step).events)});
}

void Player::seekStep(std::size_t step)
{
    if (m_timeline && m_timeline->stepCount() > 0)
        moveTo(m_timeline->end(std::min(step, m_timeline->stepCount() - 1)));
}

void Player::stepForward()
{
    move(moves::nextStep);
}
void Player::stepBack()
{
    move(moves::previousStep);
}
void Player::eventForward()
{
    move(moves::nextEvent);
}
void Player::eventBack()
{
    move(moves::previousEvent);
}
void Player::overForward()
{
    move(moves::nextOver);
}
void Player::overBack()
{
    move(moves::previousOver);
}
void Player::out()
{
    move(moves::out);
}
void Player::first()
{
    seekStep(0);
}

void Player::last()
{
    if (m_timeline && m_timeline->stepCount() > 0)
        moveTo(m_timeline->last());
}

void Player::play()
{
    if (isPlaying() || !m_timeline || m_timeline->stepCount() < 2)
        return;
    if (isAtEnd())
        first();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Player::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT playingChanged(false);
}

void Player::togglePlaying()
{
    isPlaying() ? pause() : play();
}

void Player::playOneStep()
{
    stepForward();
    if (isAtEnd())
        pause();
}

void Player::setStepsPerSecond(double speed)
{
    const double bounded = std::clamp(speed, slowest, fastest);
    if (bounded == m_stepsPerSecond)
        return;
    m_stepsPerSecond = bounded;
    m_timer.setInterval(intervalMs(bounded));
    Q_EMIT speedChanged(bounded);
}

} // namespace tetherscope
