#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;
class CodeView;
class PaneTitle;
class Session;

/// The code under its title; where there is no room for that, a strip of three lines.
///
/// Lifetime  Session and appearance must outlive it.
class CodePane : public QWidget
{
    Q_OBJECT

public:
    CodePane(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

    enum class Form { Full, Strip };
    void setForm(Form form);
    CodeView &view() const { return *m_view; }

private:
    void showTitle();

    Session &m_session;
    PaneTitle *m_title;
    CodeView *m_view;
};

} // namespace tetherscope
