#include "panes/findbar.h"

#include "base/appearance.h"
#include "panes/flatbutton.h"
#include "panes/textlabel.h"
#include "session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace tetherscope {

namespace {

constexpr int findBarMargin = 12;

} // namespace

FindBar::FindBar(Session &session, const Appearance &appearance, QWidget *canvas)
    : QWidget(canvas)
    , m_session(session)
    , m_appearance(appearance)
    , m_field(new QLineEdit(this))
    , m_message(new TextLabel(appearance, &Fonts::small, TextLabel::Ink::Secondary))
    , m_close(new FlatButton(appearance, FlatButton::Look::Plain, this))
{
    setObjectName(QStringLiteral("find-bar"));
    m_field->setObjectName(QStringLiteral("find-field"));
    m_field->setAccessibleName(tr("Find"));
    m_field->setPlaceholderText(tr("Name, type, value or id"));
    m_field->setMinimumWidth(220);
    m_field->setFrame(false); // the bar has one
    m_message->setParent(this);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setFocusPolicy(Qt::NoFocus);
    QHBoxLayout *const row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(m_field);
    row->addWidget(m_message);
    row->addWidget(m_close);
    canvas->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_field, &QLineEdit::returnPressed, this, &FindBar::next);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&session, &Session::momentChanged, this, &FindBar::searchAgain);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void FindBar::open()
{
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    m_findings = {};
    m_current.reset();
    Q_EMIT foundChanged({});
    Q_EMIT closed();
}

/// The first of what is here is chosen as one types.
void FindBar::search()
{
    searchAgain();
    m_current.reset();
    if (!m_findings.here.empty())
        choose(0);
    showMessage();
}

void FindBar::searchAgain()
{
    if (isHidden() || m_leaping || !m_session.hasDocument())
        return;
    m_home = m_session.player().position();
    m_findings = findingsFor(m_field->text().trimmed(), m_session.moment());
    if (m_current && *m_current >= count())
        m_current.reset();
    std::vector<Target> found;
    found.reserve(m_findings.here.size());
    for (const Finding &finding : m_findings.here)
        found.push_back(finding.target);
    Q_EMIT foundChanged(found);
    showMessage();
}

void FindBar::walk(int step)
{
    if (isHidden())
        return open();
    const std::size_t all = count();
    if (all == 0)
        return;
    const std::size_t from = m_current.value_or(step > 0 ? all - 1 : 0);
    choose((from + all + static_cast<std::size_t>(step + static_cast<int>(all))) % all);
    showMessage();
}

void FindBar::choose(std::size_t index)
{
    m_current = index;
    const std::size_t living = m_findings.here.size();
    const Finding finding = index < living ? m_findings.here[index] : m_findings.dead[index - living];
    leapTo(index < living ? m_home : m_session.timeline().end(finding.diedIn));
    m_session.selection().select(finding.target);
    Q_EMIT chosen(finding.target);
}

/// To another moment, without searching there.
void FindBar::leapTo(Position position)
{
    m_leaping = true;
    m_session.player().seek(position);
    m_leaping = false;
}

QString FindBar::message() const
{
    const QString text = m_field->text().trimmed();
    const std::size_t living = m_findings.here.size();
    const std::size_t dead = m_findings.dead.size();
    if (text.isEmpty())
        return {};
    if (m_current && *m_current >= living)
        return tr("%1 of %2 that died").arg(*m_current - living + 1).arg(dead);
    if (living > 0)
        return dead > 0 ? tr("%1 of %2, %3 died earlier").arg(m_current.value_or(0) + 1).arg(living).arg(dead)
                        : tr("%1 of %2").arg(m_current.value_or(0) + 1).arg(living);
    return dead > 0 ? tr("No “%1” alive here. %2 died earlier: Enter shows").arg(text).arg(dead)
                    : tr("No “%1” so far").arg(text);
}

void FindBar::showMessage()
{
    m_message->setText(message());
    place();
}

/// At the canvas's top right corner.
void FindBar::place()
{
    resize(sizeHint().boundedTo(parentWidget()->size() - QSize(2 * findBarMargin, 0)));
    move(parentWidget()->width() - width() - findBarMargin, findBarMargin);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) // the field has had those
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace tetherscope
