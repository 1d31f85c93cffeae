#include "start/presetcard.h"

#include "base/appearance.h"
#include "canvas/fontmeasure.h"
#include "session/thumbnail.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace tetherscope {

namespace {

constexpr double cardRadius = 8;
constexpr int pictureHeight = thumbnailSize.height();
constexpr int cardPadding = 14;

} // namespace

PresetCard::PresetCard(const QString &name, const Appearance &appearance, QWidget *parent)
    : QAbstractButton(parent)
    , m_appearance(appearance)
    , m_name(name)
    , m_title(name)
{
    setObjectName(QStringLiteral("preset-") + name);
    setFixedSize(cardSize);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    connect(&appearance, &Appearance::changed, this, [this] {
        drawThumbnail();
        update();
    });
}

void PresetCard::setDocument(const Document &document, const QImage &thumbnail)
{
    const bool sameWords = m_document.scenario == document.scenario;
    m_document = document;
    m_title = QString::fromStdString(document.scenario->title());
    if (m_title.endsWith(u'.'))
        m_title.chop(1);
    m_line = QString::fromStdString(document.scenario->summary()).simplified();
    m_steps = tr("%1 steps").arg(document.lastStep());
    setAccessibleName(tr("%1: %2").arg(m_name, m_title));
    setAccessibleDescription(m_line);
    if (!sameWords)
        m_words.clear();
    if (thumbnail.isNull())
        drawThumbnail();
    else
        m_thumbnail = QPixmap::fromImage(thumbnail);
    update();
}

void PresetCard::drawThumbnail()
{
    if (m_document.plan)
        m_thumbnail = QPixmap::fromImage(
            thumbnailOf(m_document, m_appearance.theme(), FontMeasure(), devicePixelRatioF()));
}

void PresetCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath outline;
    outline.addRoundedRect(frame, cardRadius, cardRadius);
    painter.fillPath(outline, isDown() ? theme.sunken : theme.node);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, width(), pictureHeight + 1), theme.canvas);
    painter.drawPixmap(1, 1, m_thumbnail);
    painter.fillRect(QRectF(0, pictureHeight + 1, width(), 1), theme.hairline);
    painter.restore();
    paintWords(painter);
    const bool loud = hasFocus() || underMouse();
    painter.setPen(QPen(loud ? theme.accent : theme.hairline, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

/// Title, up to two lines of text, the number of steps: what does not fit is cut at the end of a word or with
/// an ellipsis, never in the midst of a letter.
void PresetCard::layOutWords()
{
    const Fonts &fonts = m_appearance.fonts();
    const int space = width() - 2 * cardPadding;
    m_words.clear();
    const auto add = [&](const QString &text, const QFont &font) {
        m_words.emplace_back(text);
        m_words.back().setTextFormat(Qt::PlainText);
        m_words.back().prepare({}, font);
    };
    const auto cut = [&](const QString &text, const QFont &font) {
        return QFontMetrics(font).elidedText(text, Qt::ElideRight, space);
    };
    add(cut(m_title, fonts.bodyStrong), fonts.bodyStrong);
    add(m_steps, fonts.small);
    QTextLayout layout(m_line, fonts.small);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid()) {
        first.setLineWidth(space);
        add(m_line.left(first.textLength()).trimmed(), fonts.small);
        if (first.textLength() < m_line.size())
            add(cut(m_line.mid(first.textLength()), fonts.small), fonts.small);
    }
    layout.endLayout();
}

void PresetCard::paintWords(QPainter &painter)
{
    const Theme &theme = m_appearance.theme();
    if (m_words.empty())
        layOutWords();
    constexpr int titleTop = pictureHeight + 9;
    constexpr int lineTop = titleTop + 21;
    const auto lineHeight = static_cast<int>(m_words[1].size().height());
    painter.setFont(theme.fonts.bodyStrong);
    painter.setPen(theme.text);
    painter.drawStaticText(cardPadding, titleTop, m_words[0]);
    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    painter.drawStaticText(cardPadding, height() - 9 - lineHeight, m_words[1]);
    for (std::size_t line = 2; line < m_words.size(); ++line)
        painter.drawStaticText(cardPadding, lineTop + static_cast<int>(line - 2) * lineHeight, m_words[line]);
}

void PresetCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tetherscope
