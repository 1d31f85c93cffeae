#include "start/presetcard.h"

#include "analysis/mark.h"
#include "base/appearance.h"
#include "canvas/compose.h"
#include "canvas/fontmeasure.h"
#include "canvas/render.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace tetherscope {

namespace {

constexpr double cardRadius = 8;
constexpr int pictureHeight = 104;
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

void PresetCard::setDocument(const Document &document)
{
    m_document = document;
    m_title = QString::fromStdString(document.scenario->title());
    if (m_title.endsWith(u'.'))
        m_title.chop(1);
    m_line = QString::fromStdString(document.scenario->summary()).simplified();
    m_steps = tr("%1 steps").arg(document.lastStep());
    setAccessibleName(tr("%1: %2").arg(m_name, m_title));
    setAccessibleDescription(m_line);
    drawThumbnail();
    update();
}

void PresetCard::drawThumbnail()
{
    if (!m_document.plan)
        return;
    const Timeline &timeline = *m_document.timeline;
    const Moment moment(timeline, timeline.end(tellingStep(timeline)));
    const FontMeasure measure;
    const Picture picture = composePicture(moment, marksAt(moment), *m_document.plan, measure);
    const QSize space(cardSize.width() - 2, pictureHeight);
    m_thumbnail =
        QPixmap::fromImage(renderThumbnail(picture, m_appearance.theme(), space, devicePixelRatioF()));
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

void PresetCard::paintWords(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const QRect space(cardPadding, pictureHeight + 9, width() - 2 * cardPadding,
                      height() - pictureHeight - 18);
    painter.setFont(theme.fonts.bodyStrong);
    painter.setPen(theme.text);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, space.width()));
    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignBottom, m_steps);
    const QRect lines = space.adjusted(0, 21, 0, -18);
    QString line = m_line;
    // Two lines at most: what does not fit is cut at the end, not clipped in the midst of a letter.
    qsizetype cut = line.size();
    while (cut > 0 &&
           painter.fontMetrics().boundingRect(lines, Qt::TextWordWrap, line).height() > lines.height()) {
        cut = m_line.lastIndexOf(u' ', cut - 1);
        line = m_line.left(cut) + u'…';
    }
    painter.drawText(lines, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, line);
}

void PresetCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tetherscope
