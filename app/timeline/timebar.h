#pragma once

#include <QWidget>

namespace tetherscope {

class Actions;
class Appearance;
class FlatButton;
class Ruler;
class Session;
class TextLabel;
enum class ActionId;
enum class Icon;

/// The bar below the picture: transport, where one is, the ruler, and how fast it plays.
///
/// Lifetime  All that it is given must outlive it.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    TimeBar(Session &session, const Actions &actions, const Appearance &appearance,
            QWidget *parent = nullptr);

    Ruler &ruler() const { return *m_ruler; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *createTransport(const Actions &actions);
    FlatButton *createButton(const Actions &actions, ActionId id, Icon icon);
    QWidget *createWhere();
    FlatButton *createSpeedButton();
    void showDocument();
    void showRange();
    void showWhere();
    void showSpeed(double stepsPerSecond);
    void showPlaying(bool playing);

    Session &m_session;
    const Appearance &m_appearance;
    FlatButton *m_play = nullptr;
    FlatButton *m_speed = nullptr;
    TextLabel *m_step = nullptr;
    TextLabel *m_of = nullptr;
    TextLabel *m_line = nullptr;
    Ruler *m_ruler;
};

} // namespace tetherscope
