#include "panes/sidetabs.h"

#include "base/appearance.h"
#include "panes/hairsplitter.h"
#include "panes/panetitle.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace tetherscope {

/// One tab of the strip, as high as a pane's title.
class SideTabs::Tab final : public QAbstractButton
{
public:
    Tab(const QString &title, const Appearance &appearance, QWidget *parent)
        : QAbstractButton(parent)
        , m_appearance(appearance)
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(PaneTitle::heightPx);
    }

    QSize sizeHint() const override
    {
        return {QFontMetrics(m_appearance.fonts().smallStrong).horizontalAdvance(text()) + 28,
                PaneTitle::heightPx};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_appearance.theme();
        QPainter painter(this);
        painter.fillRect(rect(), theme.panel);
        painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
        painter.setFont(theme.fonts.smallStrong);
        painter.setPen(isChecked() ? theme.text : theme.secondary);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (isChecked() || hasFocus())
            painter.fillRect(10, height() - 2, width() - 20, 2, theme.accent);
    }

private:
    const Appearance &m_appearance;
};

SideTabs::SideTabs(const Pane &first, const Pane &second, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_splitter(new HairSplitter(Qt::Vertical, appearance, this))
    , m_strip(new QWidget(this))
    , m_panes{first.widget, second.widget}
    , m_tabs{new Tab(first.title, appearance, m_strip), new Tab(second.title, appearance, m_strip)}
{
    QHBoxLayout *const row = new QHBoxLayout(m_strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i : {0, 1}) {
        m_splitter->addWidget(m_panes[i]);
        row->addWidget(m_tabs[i]);
        connect(m_tabs[i], &QAbstractButton::clicked, this, [this, i] { raisePane(m_panes[i]); });
    }
    row->addWidget(new PaneTitle(appearance, {}, m_strip), 1);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    m_splitter->setSizes({600, 400});
    m_strip->hide();
}

void SideTabs::setMode(Mode mode)
{
    m_mode = mode;
    m_strip->setVisible(mode == Mode::Tabs);
    for (QWidget *const pane : m_panes)
        pane->findChild<PaneTitle *>()->setVisible(mode == Mode::Stacked);
    showFront();
}

void SideTabs::raisePane(QWidget *pane)
{
    m_front = pane == m_panes[0] ? 0 : 1;
    showFront();
}

void SideTabs::showFront()
{
    for (int i : {0, 1}) {
        m_panes[i]->setVisible(m_mode == Mode::Stacked || i == m_front);
        m_tabs[i]->setChecked(i == m_front);
    }
}

} // namespace tetherscope
