#include "start/startpage.h"

#include "base/actions.h"
#include "base/appearance.h"
#include "panes/flatbutton.h"
#include "panes/textlabel.h"
#include "session/gallery.h"
#include "start/presetcard.h"

#include <QAction>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

constexpr int pageMargin = 48;
constexpr int cardGap = 16;
constexpr int sideWidth = 240;
constexpr int sideGap = 48;
constexpr std::size_t mostColumns = 4;

} // namespace

StartPage::StartPage(const Gallery &gallery, const Actions &actions, const Appearance &appearance,
                     QWidget *parent)
    : QScrollArea(parent)
    , m_gallery(gallery)
    , m_appearance(appearance)
    , m_page(new QWidget)
    , m_headline(new TextLabel(appearance, &Fonts::title, TextLabel::Ink::Text, m_page))
    , m_hint(new TextLabel(appearance, &Fonts::body, TextLabel::Ink::Secondary, m_page))
{
    setObjectName(QStringLiteral("start-page"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_headline->setText(tr("Watch references live and die."));
    m_hint->setText(tr("Pick one, or press Enter for the first."));
    createCards();
    createSide(actions);
    setWidget(m_page);
    setWidgetResizable(false);
    connect(&gallery, &Gallery::ran, this, &StartPage::showLoaded);
    connect(&gallery, &Gallery::planned, this, &StartPage::showLoaded);
    connect(&appearance, &Appearance::changed, viewport(), qOverload<>(&QWidget::update));
}

void StartPage::createCards()
{
    for (std::size_t index = 0; index < m_gallery.count(); ++index) {
        const Preset &preset = m_gallery.preset(index);
        if (m_groups.empty() || m_groups.back().heading->text() != preset.group) {
            TextLabel *const heading =
                new TextLabel(m_appearance, &Fonts::bodyStrong, TextLabel::Ink::Text, m_page);
            heading->setText(preset.group);
            m_groups.push_back({heading, {}});
        }
        PresetCard *const card = new PresetCard(preset.name, m_appearance, m_page);
        card->installEventFilter(this);
        connect(card, &QAbstractButton::clicked, this,
                [this, name = preset.name] { Q_EMIT presetChosen(name); });
        m_groups.back().cards.push_back(card);
        m_cards.push_back(card);
        showLoaded(index);
    }
}

FlatButton *StartPage::addAction(QAction *action, Icon icon)
{
    FlatButton *const button = new FlatButton(m_appearance, FlatButton::Look::Outlined, m_page);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    button->setText(action->text().remove(u'&'));
    button->setGlyph(icon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    return button;
}

void StartPage::createSide(const Actions &actions)
{
    m_new = addAction(actions[ActionId::NewScenario], Icon::NewFile);
    m_open = addAction(actions[ActionId::OpenFile], Icon::Open);
    m_dropHint = new TextLabel(m_appearance, &Fonts::small, TextLabel::Ink::Secondary, m_page);
    m_dropHint->setText(tr("or drop one on this window"));
    m_leftHeading = new TextLabel(m_appearance, &Fonts::bodyStrong, TextLabel::Ink::Text, m_page);
    m_leftHeading->setText(tr("Written and not saved"));
    m_leftHeading->hide();
    m_recentHeading = new TextLabel(m_appearance, &Fonts::bodyStrong, TextLabel::Ink::Text, m_page);
    m_recentHeading->setText(tr("Opened before"));
}

FlatButton *StartPage::addEntry(const QString &text, const QString &toolTip)
{
    FlatButton *const button = new FlatButton(m_appearance, FlatButton::Look::Plain, m_page);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setGlyph(Icon::NewFile);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    button->show();
    return button;
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    qDeleteAll(m_recent);
    m_recent.clear();
    for (const QString &path : paths) {
        FlatButton *const button = addEntry(QFileInfo(path).fileName(), path);
        button->setObjectName(QStringLiteral("recent-file"));
        button->setEnabled(QFileInfo::exists(path));
        connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT fileChosen(path); });
        m_recent.push_back(button);
    }
    m_recentHeading->setVisible(!m_recent.empty());
    if (isVisible())
        arrange(); // else when it is shown: there are no fonts yet
}

void StartPage::setLeft(const std::vector<Recovery::Left> &left)
{
    qDeleteAll(m_left);
    m_left.clear();
    for (const Recovery::Left &text : left) {
        const QString when = text.time.date() == QDate::currentDate()
                                 ? locale().toString(text.time.time(), QLocale::ShortFormat)
                                 : locale().toString(text.time.date(), QLocale::ShortFormat);
        FlatButton *const button = addEntry(tr("%1, %2").arg(text.source.fileName(), when), text.source.path);
        button->setObjectName(QStringLiteral("left-text"));
        connect(button, &QToolButton::clicked, this, [this, file = text.file] { Q_EMIT leftChosen(file); });
        m_left.push_back(button);
    }
    m_leftHeading->setVisible(!m_left.empty());
    if (isVisible())
        arrange();
}

/// Whatever is in it, it scrolls. (The base class would ask for the size of a text.)
QSize StartPage::sizeHint() const
{
    return {800, 600};
}

void StartPage::takeFocus()
{
    QWidget *const last = m_page->focusWidget();
    if (last)
        last->setFocus();
    else if (!m_cards.empty())
        m_cards.front()->setFocus();
}

void StartPage::showLoaded(std::size_t index)
{
    if (m_gallery.document(index))
        m_cards[index]->setDocument(m_gallery.document(index),
                                    m_gallery.thumbnail(index, m_appearance.theme()));
}

void StartPage::arrange()
{
    const int width = viewport()->width();
    const int room = width - 2 * pageMargin - sideGap - sideWidth;
    const int fitting = (room + cardGap) / (PresetCard::cardSize.width() + cardGap);
    const int columns = std::clamp(fitting, 1, widestGroup());
    const int cardsWidth = columns * (PresetCard::cardSize.width() + cardGap) - cardGap;
    const int used = cardsWidth + sideGap + sideWidth;
    const int left = std::max(pageMargin, (width - used) / 2);

    m_headline->adjustSize();
    m_headline->move(left, pageMargin);
    m_hint->adjustSize();
    m_hint->move(left, m_headline->geometry().bottom() + 8);
    const int top = m_hint->geometry().bottom() + 28;
    const int bottom = arrangeCards(left, top, columns);

    const int sideLeft = left + cardsWidth + sideGap;
    m_new->setGeometry(sideLeft, top + 28, sideWidth, 36);
    m_open->setGeometry(sideLeft, m_new->geometry().bottom() + 9, sideWidth, 36);
    m_dropHint->adjustSize();
    m_dropHint->move(sideLeft, m_open->geometry().bottom() + 8);
    int sideTop = m_dropHint->geometry().bottom() + 28;
    if (!m_left.empty())
        sideTop = arrangeList(*m_leftHeading, m_left, sideLeft, sideTop) + 20;
    const int sideBottom = arrangeList(*m_recentHeading, m_recent, sideLeft, sideTop);
    m_page->resize(width, std::max({viewport()->height(), bottom + pageMargin, sideBottom + pageMargin}));
}

/// Where the list ends.
int StartPage::arrangeList(TextLabel &heading, const std::vector<FlatButton *> &list, int left, int top)
{
    heading.adjustSize();
    heading.move(left, top);
    top = heading.geometry().bottom() + 8;
    for (FlatButton *const button : list) {
        button->setGeometry(left - 8, top, sideWidth + 8, 28);
        top += 30;
    }
    return top;
}

int StartPage::widestGroup() const
{
    std::size_t most = 1;
    for (const Group &group : m_groups)
        most = std::max(most, group.cards.size());
    return static_cast<int>(std::min(most, mostColumns));
}

int StartPage::arrangeCards(int left, int top, int columns)
{
    for (const Group &group : m_groups) {
        group.heading->adjustSize();
        group.heading->move(left, top);
        top += 28;
        for (std::size_t i = 0; i < group.cards.size(); ++i) {
            const auto column = static_cast<int>(i) % columns;
            const auto row = static_cast<int>(i) / columns;
            group.cards[i]->move(left + column * (PresetCard::cardSize.width() + cardGap),
                                 top + row * (PresetCard::cardSize.height() + cardGap));
        }
        const int rows = (static_cast<int>(group.cards.size()) + columns - 1) / columns;
        top += rows * (PresetCard::cardSize.height() + cardGap) + 12;
    }
    return top;
}

std::vector<QWidget *> StartPage::stops() const
{
    std::vector<QWidget *> found(m_cards.begin(), m_cards.end());
    found.push_back(m_new);
    found.push_back(m_open);
    found.insert(found.end(), m_left.begin(), m_left.end());
    found.insert(found.end(), m_recent.begin(), m_recent.end());
    return found;
}

/// To the nearest in the key's direction; what lies straight ahead counts as nearer.
void StartPage::moveFocus(int key)
{
    const QWidget *const from = m_page->focusWidget();
    if (!from)
        return takeFocus();
    const QPoint here = from->geometry().center();
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    QWidget *best = nullptr;
    int bestCost = INT_MAX;
    for (QWidget *const stop : stops()) {
        const QPoint offset = stop->geometry().center() - here;
        const int ahead = sign * (across ? offset.x() : offset.y());
        const int aside = std::abs(across ? offset.y() : offset.x());
        if (ahead <= 8 || aside > 2 * ahead || !stop->isEnabled()) // more beside than in that direction
            continue;
        const int cost = ahead + 2 * aside;
        if (cost < bestCost) {
            best = stop;
            bestCost = cost;
        }
    }
    if (!best)
        return;
    best->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(best);
}

bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QKeyEvent &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() >= Qt::Key_Left && key.key() <= Qt::Key_Down && key.modifiers() == Qt::NoModifier) {
            moveFocus(key.key());
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        takeFocus();
    else
        QScrollArea::keyPressEvent(event);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void StartPage::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), m_appearance.theme().panel);
}

} // namespace tetherscope
