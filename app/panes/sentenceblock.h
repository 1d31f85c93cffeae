#pragma once

#include "panes/spantext.h"
#include "timeline/step.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace tetherscope {

class Appearance;
class Session;
struct Chip;
struct EventStrip;

/// What happened in this step, in one sentence, and below it the step's events as chips to walk along.
///
/// 84 px high whatever it says, so that nothing below ever moves. Where a run has stopped with a fault, the
/// fault is what it says at the end.
///
/// Lifetime  Session and appearance must outlive it.
class SentenceBlock : public QWidget
{
    Q_OBJECT

public:
    static constexpr int heightPx = 84;

    SentenceBlock(Session &session, const Appearance &appearance, QWidget *parent = nullptr);
    ~SentenceBlock() override;

    QString sentence() const { return m_text; }
    /// The chips that are drawn, from the left; several that are folded are one.
    std::size_t chipCount() const { return m_chips.size(); }
    QRectF chipRect(std::size_t chip) const { return m_chips[chip].rect; }
    /// Where a click on the chip leads.
    Position chipPosition(std::size_t chip) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct PlacedChip
    {
        std::size_t chip = 0; ///< of the strip; the first folded one for the fold
        QRectF rect;
        SpanText words;
        bool fold = false;
    };

    void showMoment();
    void layOut();
    void layOutChips();
    void placeChips(double wordsWidth);
    Spans wordsOf(const Chip &chip) const;
    QColor inkOf(const Chip &chip) const;
    /// Of what was gained or lost; not valid for the rest.
    QColor toneOf(const Chip &chip) const;
    const PlacedChip *chipAt(QPointF point) const;
    bool leadsSomewhere(const PlacedChip &placed) const;
    void paintChips(QPainter &painter) const;
    void paintChip(QPainter &painter, const PlacedChip &placed) const;
    void paintFade(QPainter &painter, double edge, double inwards) const;
    void paintHint(QPainter &painter) const;

    Session &m_session;
    const Appearance &m_appearance;
    Spans m_spans;
    QString m_text;
    bool m_isFault = false;
    std::unique_ptr<EventStrip> m_strip; ///< never null
    SpanText m_words;
    std::vector<PlacedChip> m_chips;
    double m_chipPadding = 0;
    double m_chipGap = 0;
    const PlacedChip *m_hovered = nullptr;
};

} // namespace tetherscope
