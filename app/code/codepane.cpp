#include "code/codepane.h"

#include "base/appearance.h"
#include "code/codeview.h"
#include "panes/panetitle.h"
#include "session/session.h"

#include <QVBoxLayout>

namespace tetherscope {

namespace {

constexpr int stripHeight = 3 * 22;

} // namespace

CodePane::CodePane(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new PaneTitle(appearance, tr("Code"), this))
    , m_view(new CodeView(session, appearance, this))
{
    setFocusProxy(m_view);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_view);
    connect(&session, &Session::documentChanged, this, &CodePane::showTitle);
    connect(&session, &Session::sourceChanged, this, &CodePane::showTitle);
    connect(&session.draft(), &Draft::modifiedChanged, this, &CodePane::showTitle);
}

void CodePane::showTitle()
{
    const QString name = m_session.draft().source().fileName();
    m_title->setRemark(m_session.draft().isModified() ? tr("%1, not saved").arg(name) : name);
}

void CodePane::setForm(Form form)
{
    m_title->setVisible(form == Form::Full);
    setMinimumHeight(form == Form::Strip ? stripHeight : 0);
    setMaximumHeight(form == Form::Strip ? stripHeight : QWIDGETSIZE_MAX);
}

} // namespace tetherscope
