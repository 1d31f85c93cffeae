#include "panes/sentenceblock.h"

#include "analysis/eventstrip.h"
#include "analysis/sentence.h"
#include "base/appearance.h"
#include "look/icons.h"
#include "panes/announcement.h"
#include "session/session.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

constexpr double blockMargin = 24;
constexpr double chipHeight = 24;
constexpr double widestPadding = 10;
constexpr double narrowestPadding = 6;
constexpr double widestGap = 20; ///< with the sign between two chips
constexpr double narrowestGap = 12;
constexpr double chipsY = 48;
constexpr double chipsYBelowTwoLines = 55;
constexpr double faultIconSize = 18;
constexpr double fadeWidth = 40;

} // namespace

SentenceBlock::SentenceBlock(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_strip(std::make_unique<EventStrip>())
{
    setObjectName(QStringLiteral("sentence"));
    setFixedHeight(heightPx);
    makeAnnouncer(*this);
    setMouseTracking(true);
    connect(&session, &Session::momentChanged, this, &SentenceBlock::showMoment);
    connect(&session, &Session::grown, this, &SentenceBlock::showMoment);
    connect(&appearance, &Appearance::changed, this, &SentenceBlock::layOut);
}

SentenceBlock::~SentenceBlock() = default;

void SentenceBlock::showMoment()
{
    const std::optional<Diagnostic> &fault = m_session.document().outcome.fault;
    m_isFault = fault && m_session.document().finished && m_session.player().isAtEnd();
    if (m_isFault) {
        const QString message = QString::fromStdString(fault->message);
        m_text = fault->place.line > 0 ? tr("Stopped at line %1: %2").arg(fault->place.line).arg(message)
                                       : tr("Stopped: %1").arg(message);
        m_spans = {{m_text.toStdString(), Span::Kind::Plain}};
    } else {
        m_spans = sentenceAt(m_session.moment()).spans;
        m_text = QString::fromStdString(plainText(m_spans));
    }
    *m_strip = eventStripAt(m_session.moment());
    setAccessibleName(m_text);
    setAccessibleDescription(QString::fromStdString(stripText(*m_strip)));
    announce(*this);
    layOut();
}

void SentenceBlock::layOut()
{
    const Theme &theme = m_appearance.theme();
    QFont strong = theme.fonts.sentence;
    strong.setWeight(QFont::DemiBold);
    const SpanStyle style{theme.fonts.sentence, theme.fonts.sentenceCode, strong, theme.text, {}};
    const double left = m_isFault ? faultIconSize + 10 : 0;
    m_words = SpanText(m_spans, style, width() - 2 * blockMargin - left, 2);
    layOutChips();
    update();
}

Spans SentenceBlock::wordsOf(const Chip &chip) const
{
    return chip.folded ? Spans{{m_strip->foldedText, Span::Kind::Plain}} : chip.spans;
}

QColor SentenceBlock::inkOf(const Chip &chip) const
{
    const Theme &theme = m_appearance.theme();
    switch (chip.state) {
    case Chip::State::Done:
    case Chip::State::Current:
        return theme.text;
    case Chip::State::Coming:
        return theme.placeholder;
    case Chip::State::Absent:
        return theme.border;
    }
    return theme.text;
}

QColor SentenceBlock::toneOf(const Chip &chip) const
{
    const Theme &theme = m_appearance.theme();
    const bool past = chip.state == Chip::State::Done || chip.state == Chip::State::Current;
    if (!past || chip.tone == Trend::Neutral)
        return {};
    return chip.tone == Trend::Gain ? theme.created : theme.removed;
}

void SentenceBlock::layOutChips()
{
    m_chips.clear();
    m_hovered = nullptr;
    const Fonts &fonts = m_appearance.fonts();
    double wordsWidth = 0;
    for (std::size_t i = 0; i < m_strip->chips.size(); ++i) {
        const Chip &chip = m_strip->chips[i];
        if (chip.folded && !m_chips.empty() && m_chips.back().fold)
            continue;
        const SpanStyle style{fonts.small, fonts.codeSmall, fonts.smallStrong, inkOf(chip), toneOf(chip)};
        m_chips.push_back({i, {}, SpanText(wordsOf(chip), style, 4000, 1), chip.folded});
        wordsWidth += m_chips.back().words.width();
    }
    placeChips(wordsWidth);
}

/// As close together as they must be to fit.
void SentenceBlock::placeChips(double wordsWidth)
{
    const double chips = static_cast<double>(m_chips.size());
    const auto needed = [&](double looseness) {
        return wordsWidth + 2 * chips * std::lerp(narrowestPadding, widestPadding, looseness) +
               (chips - 1) * std::lerp(narrowestGap, widestGap, looseness);
    };
    const double space = width() - 2 * blockMargin;
    const double looseness =
        m_chips.empty() ? 1 : std::clamp((space - needed(0)) / (needed(1) - needed(0)), 0.0, 1.0);
    m_chipPadding = std::lerp(narrowestPadding, widestPadding, looseness);
    m_chipGap = std::lerp(narrowestGap, widestGap, looseness);
    const double y = m_words.lineCount() > 1 ? chipsYBelowTwoLines : chipsY;
    double x = blockMargin;
    double focusRight = 0;
    for (PlacedChip &placed : m_chips) {
        placed.rect = {x, y, placed.words.width() + 2 * m_chipPadding, chipHeight};
        x += placed.rect.width() + m_chipGap;
        const Chip::State state = m_strip->chips[placed.chip].state;
        if (state == Chip::State::Current || state == Chip::State::Done)
            focusRight = placed.rect.right();
    }
    // What does not fit even so goes out at the left, as far as the last chip done asks for.
    const double overflow = std::max(0.0, focusRight - (width() - blockMargin));
    for (PlacedChip &placed : m_chips)
        placed.rect.translate(-overflow, 0);
}

Position SentenceBlock::chipPosition(std::size_t chip) const
{
    return m_strip->chips[m_chips[chip].chip].position;
}

const SentenceBlock::PlacedChip *SentenceBlock::chipAt(QPointF point) const
{
    const auto found = std::find_if(m_chips.begin(), m_chips.end(), [point](const PlacedChip &placed) {
        return placed.rect.contains(point);
    });
    return found == m_chips.end() ? nullptr : &*found;
}

/// In a run that is still going on a dying may have stages that have not come yet.
bool SentenceBlock::leadsSomewhere(const PlacedChip &placed) const
{
    return m_strip->chips[placed.chip].position <= m_session.document().timeline->last();
}

void SentenceBlock::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    const double top = m_words.lineCount() > 1 ? 6 : 17;
    double left = blockMargin;
    if (m_isFault) {
        paintIcon(painter, Icon::Warning, {left, top + 2, faultIconSize, faultIconSize}, theme.removed);
        left += faultIconSize + 10;
    }
    m_words.paint(painter, {left, top});
    paintChips(painter);
    paintHint(painter);
}

void SentenceBlock::paintChips(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    painter.save();
    painter.setClipRect(QRectF(blockMargin - 1, 0, width() - 2 * blockMargin + 2, height() - 1));
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        paintChip(painter, m_chips[i]);
        if (i + 1 == m_chips.size())
            break;
        const QRectF &rect = m_chips[i].rect;
        paintIcon(painter, Icon::ChevronRight,
                  {rect.right() + m_chipGap / 2 - 5, rect.center().y() - 5, 10, 10}, theme.placeholder);
    }
    painter.restore();
    if (!m_chips.empty() && m_chips.front().rect.left() < blockMargin)
        paintFade(painter, blockMargin - 1, blockMargin - 1 + fadeWidth);
    if (!m_chips.empty() && m_chips.back().rect.right() > width() - blockMargin)
        paintFade(painter, width() - blockMargin + 1, width() - blockMargin + 1 - fadeWidth);
}

/// From the edge inwards, over chips that go on beyond it.
void SentenceBlock::paintFade(QPainter &painter, double edge, double inwards) const
{
    QColor ground = m_appearance.theme().panel;
    QLinearGradient fade(edge, 0, inwards, 0);
    fade.setColorAt(0, ground);
    ground.setAlpha(0);
    fade.setColorAt(1, ground);
    const QRectF chips = m_chips.front().rect;
    painter.fillRect(QRectF(QPointF(edge, chips.top()), QPointF(inwards, chips.bottom() + 1)).normalized(),
                     fade);
}

void SentenceBlock::paintChip(QPainter &painter, const PlacedChip &placed) const
{
    const Theme &theme = m_appearance.theme();
    const Chip &chip = m_strip->chips[placed.chip];
    const bool current = chip.state == Chip::State::Current;
    QColor fill = current ? theme.selection : theme.canvas;
    if (&placed == m_hovered && leadsSomewhere(placed))
        fill = theme.sunken;
    const bool quiet = chip.state == Chip::State::Coming || chip.state == Chip::State::Absent;
    painter.setPen(QPen(current ? theme.accent : theme.hairline, 1, quiet ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(quiet && &placed != m_hovered ? QColor(Qt::transparent) : fill);
    painter.drawRoundedRect(placed.rect.adjusted(0.5, 0.5, -0.5, -0.5), chipHeight / 2, chipHeight / 2);
    placed.words.paint(
        painter, {placed.rect.left() + m_chipPadding, placed.rect.center().y() - placed.words.height() / 2});
    if (chip.stillFound) {
        painter.setPen(QPen(theme.weak, 1.5));
        const double y = placed.rect.bottom() + 2.5;
        painter.drawLine(QPointF(placed.rect.left() + 4, y), QPointF(placed.rect.right() + m_chipGap - 4, y));
    }
}

void SentenceBlock::paintHint(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const QString hint = tr("Shift →  one event at a time");
    painter.setFont(theme.fonts.small);
    const double hintWidth = painter.fontMetrics().horizontalAdvance(hint);
    const double left = width() - blockMargin - hintWidth;
    if (m_chips.empty() || m_chips.back().rect.right() + blockMargin > left)
        return;
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(left, m_chips.back().rect.top(), hintWidth, chipHeight), Qt::AlignVCenter, hint);
}

void SentenceBlock::resizeEvent(QResizeEvent *)
{
    layOut();
}

void SentenceBlock::mousePressEvent(QMouseEvent *event)
{
    const PlacedChip *const placed = chipAt(event->position());
    if (placed && leadsSomewhere(*placed) && event->button() == Qt::LeftButton)
        m_session.player().seek(m_strip->chips[placed->chip].position);
}

void SentenceBlock::mouseMoveEvent(QMouseEvent *event)
{
    const PlacedChip *const hovered = chipAt(event->position());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered && leadsSomewhere(*hovered) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void SentenceBlock::leaveEvent(QEvent *)
{
    m_hovered = nullptr;
    update();
}

bool SentenceBlock::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const QHelpEvent &help = static_cast<const QHelpEvent &>(*event);
    const PlacedChip *const placed = chipAt(help.pos());
    QString tip;
    if (placed) {
        const Chip &chip = m_strip->chips[placed->chip];
        tip = QString::fromStdString(hintOf(chip, *m_session.document().timeline));
        if (chip.stillFound)
            tip += u'\n' + QString::fromUtf8(stillFoundText.data(), qsizetype(stillFoundText.size()));
    }
    QToolTip::showText(help.globalPos(), tip, this);
    return true;
}

} // namespace tetherscope
