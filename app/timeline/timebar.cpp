#include "timeline/timebar.h"

#include "base/actions.h"
#include "base/appearance.h"
#include "panes/flatbutton.h"
#include "panes/textlabel.h"
#include "session/session.h"
#include "timeline/ruler.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

constexpr std::array playSpeeds{0.25, 0.5, 1.0, 2.0, 4.0, 8.0};

QString speedText(double stepsPerSecond)
{
    if (stepsPerSecond <= 0.25)
        return TimeBar::tr("¼ step a second");
    if (stepsPerSecond <= 0.5)
        return TimeBar::tr("½ step a second");
    if (stepsPerSecond <= 1)
        return TimeBar::tr("1 step a second");
    return TimeBar::tr("%1 steps a second").arg(static_cast<int>(stepsPerSecond));
}

} // namespace

TimeBar::TimeBar(Session &session, const Actions &actions, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_ruler(new Ruler(session, appearance, this))
{
    setFixedHeight(57); // the hairline above included
    QHBoxLayout *const row = new QHBoxLayout(this);
    row->setContentsMargins(18, 1, 14, 0);
    row->setSpacing(16);
    row->addWidget(createTransport(actions));
    row->addWidget(createWhere());
    row->addWidget(m_ruler, 1);
    row->addWidget(createSpeedButton());
    connect(&session, &Session::documentChanged, this, &TimeBar::showDocument);
    connect(&session, &Session::grown, this, &TimeBar::showRange);
    connect(&session, &Session::momentChanged, this, &TimeBar::showWhere);
    connect(&session.player(), &Player::playingChanged, this, &TimeBar::showPlaying);
    connect(&session.player(), &Player::speedChanged, this, &TimeBar::showSpeed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

FlatButton *TimeBar::createButton(const Actions &actions, ActionId id, Icon icon)
{
    const FlatButton::Look look =
        id == ActionId::PlayPause ? FlatButton::Look::Filled : FlatButton::Look::Outlined;
    FlatButton *const button = new FlatButton(m_appearance, look, this);
    button->setDefaultAction(actions[id]);
    button->setGlyph(icon);
    button->setWordShown(false);
    button->setFixedSize(id == ActionId::PlayPause ? 44 : 40, 34);
    return button;
}

QWidget *TimeBar::createTransport(const Actions &actions)
{
    QWidget *const transport = new QWidget(this);
    QHBoxLayout *const row = new QHBoxLayout(transport);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(createButton(actions, ActionId::First, Icon::First));
    row->addWidget(createButton(actions, ActionId::StepBack, Icon::Back));
    m_play = createButton(actions, ActionId::PlayPause, Icon::Play);
    row->addWidget(m_play);
    row->addWidget(createButton(actions, ActionId::StepForward, Icon::Next));
    row->addWidget(createButton(actions, ActionId::Last, Icon::Last));
    return transport;
}

QWidget *TimeBar::createWhere()
{
    QWidget *const where = new QWidget(this);
    m_step = new TextLabel(m_appearance, &Fonts::bodyStrong, TextLabel::Ink::Text, where);
    m_step->setObjectName(QStringLiteral("step-number"));
    m_step->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_of = new TextLabel(m_appearance, &Fonts::body, TextLabel::Ink::Secondary, where);
    m_of->setObjectName(QStringLiteral("step-count"));
    m_line = new TextLabel(m_appearance, &Fonts::body, TextLabel::Ink::Secondary, where);
    m_line->setObjectName(QStringLiteral("line-number"));
    QHBoxLayout *const row = new QHBoxLayout(where);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(m_step);
    row->addWidget(m_of);
    row->addSpacing(10);
    row->addWidget(m_line);
    return where;
}

FlatButton *TimeBar::createSpeedButton()
{
    m_speed = new FlatButton(m_appearance, FlatButton::Look::Plain, this);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setWhatsThis(tr("How fast it plays."));
    QMenu *const menu = new QMenu(m_speed);
    QActionGroup *const group = new QActionGroup(menu);
    for (const double speed : playSpeeds) {
        QAction *const action = group->addAction(menu->addAction(speedText(speed)));
        action->setCheckable(true);
        action->setData(speed);
        connect(action, &QAction::triggered, this,
                [this, speed] { m_session.player().setStepsPerSecond(speed); });
    }
    m_speed->setMenu(menu);
    showSpeed(m_session.player().stepsPerSecond());
    return m_speed;
}

void TimeBar::showRange()
{
    const QString last = QString::number(m_session.document().lastStep());
    m_of->setText(tr("of %1").arg(last));
    m_step->reserve(tr("Step %1").arg(QString(last.size(), u'0')));
}

void TimeBar::showDocument()
{
    const std::string &text = m_session.document().scenario->text();
    const QString lines = QString::number(std::count(text.begin(), text.end(), '\n') + 1);
    m_line->reserve(tr("line %1").arg(QString(lines.size(), u'0')));
    showRange();
}

void TimeBar::showWhere()
{
    const Position position = m_session.player().position();
    const Step &step = m_session.timeline().step(position.step);
    m_step->setText(tr("Step %1").arg(position.step));
    const QString line = m_session.document().isInText(step) ? tr("line %1").arg(step.line) : tr("console");
    m_line->setText(step.line > 0 ? line : QString());
}

void TimeBar::showSpeed(double stepsPerSecond)
{
    m_speed->setText(speedText(stepsPerSecond));
    for (QAction *const action : m_speed->menu()->actions())
        action->setChecked(action->data().toDouble() == stepsPerSecond);
    m_speed->updateGeometry();
}

void TimeBar::showPlaying(bool playing)
{
    m_play->setGlyph(playing ? Icon::Pause : Icon::Play);
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().panel);
    painter.fillRect(0, 0, width(), 1, m_appearance.theme().hairline);
}

} // namespace tetherscope
