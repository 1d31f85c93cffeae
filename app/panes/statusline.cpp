#include "panes/statusline.h"

#include "analysis/statustext.h"
#include "base/appearance.h"
#include "look/icons.h"
#include "session/session.h"

#include <QPainter>

#include <algorithm>

namespace tetherscope {

namespace {

qsizetype foldedObjects(const Session &session)
{
    const Moment &moment = session.moment();
    const Folded hidden = folded(session.folds().folding(), moment.now(), moment.lexicon());
    return std::count(hidden.objects.begin(), hidden.objects.end(), true);
}

} // namespace

StatusLine::StatusLine(const Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("status"));
    setFixedHeight(26);
    connect(&session, &Session::momentChanged, this, &StatusLine::showMoment);
    connect(&session.folds(), &Folds::changed, this, &StatusLine::showMoment);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    setScenarioShown(false);
}

void StatusLine::setScenarioShown(bool shown)
{
    m_scenarioShown = shown;
    m_keys =
        shown ? QStringList{tr("→ step"), tr("Shift → event"), tr("Ctrl → over a call"),
                            tr("Tab walk the picture"), tr("F1 all keys")}
              : QStringList{tr("Arrows choose"), tr("Enter opens"), tr("Ctrl O a file"), tr("F1 all keys")};
    update();
}

void StatusLine::showMoment()
{
    const StatusText status = statusAt(m_session.moment());
    m_counts.clear();
    for (const std::string &figure : status.figures)
        m_counts.append(QString::fromStdString(figure));
    if (const qsizetype hidden = foldedObjects(m_session); hidden > 0)
        m_counts.append(tr("%1 folded away").arg(hidden));
    m_alarms.clear();
    for (const Alarm &alarm : status.alarms)
        m_alarms.append(QString::fromStdString(alarm.text));
    setAccessibleName((m_counts + m_alarms).join(QStringLiteral(", ")));
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, 0, width(), 1, theme.hairline);
    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    const QFontMetrics metrics = painter.fontMetrics();
    const auto write = [&](int left, const QString &text) {
        painter.drawText(QRect(left, 1, width(), height() - 1), Qt::AlignLeft | Qt::AlignVCenter, text);
        return left + metrics.horizontalAdvance(text) + 20;
    };
    int left = 14;
    if (m_scenarioShown) {
        for (const QString &count : std::as_const(m_counts))
            left = write(left, count);
        for (const QString &alarm : std::as_const(m_alarms)) {
            paintIcon(painter, Icon::Diamond, QRectF(left, height() / 2.0 - 5, 11, 11), theme.leaked);
            painter.setPen(theme.text);
            left = write(left + 16, alarm);
            painter.setPen(theme.secondary);
        }
    }
    const QString gap(3, u' ');
    const QString keys = m_keys.join(gap);
    const int keysLeft = width() - 14 - metrics.horizontalAdvance(keys);
    if (keysLeft > left)
        write(keysLeft, keys);
}

} // namespace tetherscope
