#include "timeline/ruler.h"

#include "base/appearance.h"
#include "look/icons.h"
#include "session/session.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

constexpr double sideMargin = 14;
constexpr double trackY = 29;
constexpr double markY = 12;
constexpr double markSize = 11;
constexpr double bracketY = 43;
constexpr std::uint32_t deepestBracket = 3;

/// What a step did that is worth a mark; the later the weightier.
enum Mark : std::uint8_t { NoMark, AcquireMark, ReleaseMark, CreateMark, EvictMark };

Mark markOf(const Event &event)
{
    switch (event.kind) {
    case EventKind::Create:
        return CreateMark;
    case EventKind::Evict:
        return EvictMark;
    case EventKind::Acquire:
        return event.holderKind == Holder::Name || event.holderKind == Holder::Slot ? AcquireMark : NoMark;
    case EventKind::Release:
        return event.holderKind == Holder::Name || event.holderKind == Holder::Slot ? ReleaseMark : NoMark;
    default:
        return NoMark;
    }
}

Icon iconOf(std::uint8_t mark)
{
    constexpr Icon icons[]{Icon::Bind, Icon::Acquire, Icon::Release, Icon::Create, Icon::Evict};
    return icons[mark];
}

} // namespace

Ruler::Ruler(Session &session, const Appearance &appearance, QWidget *parent)
    : QAbstractSlider(parent)
    , m_session(session)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("ruler"));
    setAccessibleName(tr("Step"));
    setWhatsThis(tr("The run as a line. Click to go to a step, drag to scrub."));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&session, &Session::documentChanged, this, &Ruler::takeDocument);
    connect(&session, &Session::grown, this, &Ruler::takeGrowth);
    connect(&session, &Session::momentChanged, this, &Ruler::takeMoment);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    // From assistive technology; in the midst of a step the value is that step already.
    connect(this, &QAbstractSlider::valueChanged, this, [this](int step) {
        if (static_cast<std::uint32_t>(step) != m_session.player().position().step)
            m_session.player().seekStep(static_cast<std::size_t>(step));
    });
}

void Ruler::takeDocument()
{
    m_marks.clear();
    m_brackets.clear();
    m_openBrackets.clear();
    takeGrowth();
}

void Ruler::takeGrowth()
{
    readSteps();
    setRange(0, static_cast<int>(m_session.document().lastStep()));
    update();
}

void Ruler::takeMoment()
{
    setValue(static_cast<int>(m_session.player().position().step));
    update();
}

void Ruler::readSteps()
{
    const Timeline &timeline = m_session.timeline();
    for (std::size_t step = m_marks.size(); step < timeline.stepCount(); ++step) {
        std::uint8_t mark = NoMark;
        for (const Event &event : timeline.events(step))
            mark = std::max<std::uint8_t>(mark, markOf(event));
        m_marks.push_back(mark);

        const std::uint32_t depth = std::min(timeline.step(step).depth, deepestBracket);
        const auto number = static_cast<std::uint32_t>(step);
        m_openBrackets.resize(std::min<std::size_t>(m_openBrackets.size(), depth));
        while (m_openBrackets.size() < depth) {
            m_openBrackets.push_back(m_brackets.size());
            m_brackets.push_back({number, number, static_cast<std::uint32_t>(m_openBrackets.size())});
        }
        for (const std::size_t open : m_openBrackets)
            m_brackets[open].last = number;
    }
}

double Ruler::spacing() const
{
    const std::size_t last = m_session.hasDocument() ? m_session.document().lastStep() : 0;
    return last == 0 ? 0 : (width() - 2 * sideMargin) / static_cast<double>(last);
}

double Ruler::xOf(std::size_t step) const
{
    return sideMargin + spacing() * static_cast<double>(step);
}

std::size_t Ruler::stepAt(double x) const
{
    if (!m_session.hasDocument() || spacing() == 0)
        return 0;
    const double step = std::round((x - sideMargin) / spacing());
    return static_cast<std::size_t>(
        std::clamp(step, 0.0, static_cast<double>(m_session.document().lastStep())));
}

double Ruler::headX() const
{
    const Position position = m_session.player().position();
    const Step &step = m_session.timeline().step(position.step);
    if (position.step == 0 || position.events >= step.eventCount())
        return xOf(position.step);
    const double part = static_cast<double>(position.events) / static_cast<double>(step.eventCount());
    return xOf(position.step - 1) + spacing() * part;
}

void Ruler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_session.hasDocument())
        return;
    paintTrack(painter);
    paintBrackets(painter);
    paintSteps(painter);
    paintHead(painter);
}

void Ruler::paintTrack(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const double end = xOf(m_session.document().lastStep());
    painter.setPen(QPen(theme.hairline, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(sideMargin, trackY), QPointF(end, trackY));
    painter.setPen(QPen(theme.accent, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(sideMargin, trackY), QPointF(headX(), trackY));
}

void Ruler::paintBrackets(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    painter.setPen(QPen(theme.border, 1));
    const double overhang = std::min(5.0, spacing() / 3);
    for (const Bracket &bracket : m_brackets) {
        const double y = bracketY + 3 * (bracket.depth - 1);
        const double left = xOf(bracket.first) - overhang;
        const double right = xOf(bracket.last) + overhang;
        const QPointF line[]{{left, y - 3}, {left, y}, {right, y}, {right, y - 3}};
        painter.drawPolyline(line, 4);
    }
}

void Ruler::paintSteps(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const std::size_t shown = m_session.player().position().step;
    double lastMark = -markSize;
    for (std::size_t step = 0; step < m_marks.size(); ++step) {
        const double x = xOf(step);
        const bool past = step <= shown;
        if (spacing() >= 7) {
            const double size = step == m_hovered ? 4.5 : 3;
            painter.setPen(past ? QPen(theme.accent, 1.5) : QPen(Qt::NoPen));
            painter.setBrush(past ? theme.panel : theme.border);
            painter.drawEllipse(QPointF(x, trackY), size, size);
        }
        if (m_marks[step] == NoMark || x - lastMark < markSize)
            continue;
        lastMark = x;
        paintIcon(painter, iconOf(m_marks[step]),
                  {x - markSize / 2, markY - markSize / 2, markSize, markSize},
                  past ? theme.secondary : theme.border);
    }
}

void Ruler::paintHead(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const QPointF head(headX(), trackY);
    painter.setPen(QPen(theme.panel, 2));
    painter.setBrush(theme.accent);
    painter.drawEllipse(head, 9.5, 9.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.panel);
    painter.drawEllipse(head, 3.5, 3.5);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(head, 12, 12);
    }
}

void Ruler::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    m_session.player().seekStep(stepAt(event->position().x()));
}

void Ruler::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = stepAt(event->position().x());
    update();
    if (isSliderDown())
        m_session.player().seekStep(m_hovered);
}

void Ruler::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

void Ruler::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y() + event->angleDelta().x();
    if (turned > 0)
        m_session.player().stepBack();
    else if (turned < 0)
        m_session.player().stepForward();
    event->accept();
}

void Ruler::leaveEvent(QEvent *)
{
    m_hovered = SIZE_MAX;
    update();
}

QString Ruler::tipOf(std::size_t step) const
{
    const Timeline &timeline = m_session.timeline();
    const Step &info = timeline.step(step);
    const std::string_view source = timeline.lexicon().text(info.source);
    const QString code =
        QString::fromUtf8(source.data(), static_cast<qsizetype>(source.size())).section(u'\n', 0, 0);
    if (info.line == 0)
        return step == 0 ? tr("Step 0: before the first statement")
                         : tr("Step %1: after the last statement").arg(step);
    if (!m_session.document().isInText(info))
        return tr("Step %1, console: %2").arg(step).arg(code);
    return tr("Step %1, line %2: %3").arg(step).arg(info.line).arg(code);
}

bool Ruler::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_session.hasDocument())
        return QAbstractSlider::event(event);
    const QHelpEvent &help = static_cast<const QHelpEvent &>(*event);
    QToolTip::showText(help.globalPos(), tipOf(stepAt(help.pos().x())), this);
    return true;
}

} // namespace tetherscope
