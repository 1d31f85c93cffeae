#include "panes/toolstrip.h"

#include "base/actions.h"
#include "base/appearance.h"
#include "panes/flatbutton.h"
#include "session/session.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace tetherscope {

namespace {

FlatButton *stripButton(const Appearance &appearance, QAction *action, Icon icon, QWidget *parent)
{
    FlatButton *const button = new FlatButton(appearance, FlatButton::Look::Plain, parent);
    button->setDefaultAction(action);
    button->setGlyph(icon);
    return button;
}

} // namespace

ToolStrip::ToolStrip(Session &session, const Actions &actions, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_chooser(createChooser())
{
    setFixedHeight(44);
    FlatButton *const home = stripButton(appearance, actions[ActionId::StartPage], Icon::Home, this);
    home->setWordShown(false);
    FlatButton *const fit = stripButton(appearance, actions[ActionId::FitAll], Icon::Fit, this);
    FlatButton *const tidy = stripButton(appearance, actions[ActionId::Tidy], Icon::Tidy, this);
    FlatButton *const write = stripButton(appearance, actions[ActionId::ExportPicture], Icon::Export, this);
    m_ofPicture = {fit, tidy, write};
    QHBoxLayout *const row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 1);
    row->setSpacing(4);
    row->addWidget(home);
    row->addSpacing(17);
    row->addWidget(m_chooser);
    row->addSpacing(22);
    row->addWidget(fit);
    row->addWidget(tidy);
    row->addStretch();
    row->addWidget(write);
    connect(&session, &Session::documentChanged, this, &ToolStrip::showDocument);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    showDocument();
}

FlatButton *ToolStrip::createChooser()
{
    FlatButton *const chooser = new FlatButton(m_appearance, FlatButton::Look::Field, this);
    chooser->setObjectName(QStringLiteral("scenario-chooser"));
    chooser->setWhatsThis(tr("Which scenario is shown; opens another one."));
    chooser->setAccessibleName(tr("Scenario"));
    chooser->setFixedSize(340, 30);
    chooser->setPopupMode(QToolButton::InstantPopup);
    chooser->setMenu(new QMenu(chooser));
    connect(chooser->menu(), &QMenu::aboutToShow, this, &ToolStrip::fillChooser);
    return chooser;
}

void ToolStrip::fillChooser()
{
    QMenu *const menu = m_chooser->menu();
    menu->clear();
    menu->setMinimumWidth(m_chooser->width());
    QString group;
    for (const Preset &preset : presets()) {
        if (preset.group != group)
            menu->addSection(preset.group);
        group = preset.group;
        connect(menu->addAction(preset.name), &QAction::triggered, this,
                [this, name = preset.name] { Q_EMIT presetChosen(name); });
    }
}

void ToolStrip::showDocument()
{
    if (!m_session.hasDocument()) {
        m_chooser->setText(tr("No scenario"));
        m_chooser->setDetail(tr("choose one"));
        return;
    }
    const Document &document = m_session.document();
    m_chooser->setText(document.source.baseName());
    QString title = QString::fromStdString(document.scenario->title());
    if (title.endsWith(u'.'))
        title.chop(1);
    m_chooser->setDetail(title);
}

void ToolStrip::setScenarioShown(bool shown)
{
    for (QWidget *const widget : std::as_const(m_ofPicture))
        widget->setVisible(shown);
}

void ToolStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, 0, width(), 1, theme.hairline);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    painter.fillRect(m_chooser->x() - 12, 14, 1, 16, theme.hairline);
}

} // namespace tetherscope
