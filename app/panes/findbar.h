#pragma once

#include "session/search.h"

#include <QWidget>

class QLineEdit;

namespace tetherscope {

class Appearance;
class FlatButton;
class Session;
class TextLabel;

/// The field over the picture's corner that finds names, objects, types and values.
///
/// What is found here and now is lit, and the first is selected. After these come the dead: choosing one goes
/// to the step of its death.
///
/// Lifetime  Session and appearance must outlive it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(Session &session, const Appearance &appearance, QWidget *canvas);

    /// Shows it and gives it the keyboard.
    void open();
    void next() { walk(1); }
    void previous() { walk(-1); }
    /// "2 of 5", `No "dat" alive here. 3 died earlier`
    QString message() const;

Q_SIGNALS:
    /// What is to stand out; empty: nothing in particular.
    void foundChanged(const std::vector<tetherscope::Target> &found);
    void chosen(tetherscope::Target target);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void searchAgain();
    void walk(int step);
    void choose(std::size_t index);
    void leapTo(Position position);
    void close();
    void showMessage();
    void place();
    std::size_t count() const { return m_findings.here.size() + m_findings.dead.size(); }

    Session &m_session;
    const Appearance &m_appearance;
    QLineEdit *m_field;
    TextLabel *m_message;
    FlatButton *m_close;
    Findings m_findings;
    std::optional<std::size_t> m_current; ///< among those here, then the dead
    Position m_home;                      ///< where it was searched
    bool m_leaping = false;               ///< to a death, by itself
};

} // namespace tetherscope
