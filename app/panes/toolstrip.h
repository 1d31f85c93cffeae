#pragma once

#include <QWidget>

namespace tetherscope {

class Actions;
class Appearance;
class FlatButton;
class Session;

/// The bar at the top: home, which scenario, fit, tidy, export. Nothing about time.
///
/// Lifetime  All that it is given must outlive it.
class ToolStrip : public QWidget
{
    Q_OBJECT

public:
    ToolStrip(Session &session, const Actions &actions, const Appearance &appearance,
              QWidget *parent = nullptr);

    /// The start page has no use for what acts on a picture.
    void setScenarioShown(bool shown);

Q_SIGNALS:
    void presetChosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FlatButton *createChooser();
    void fillChooser();
    void showDocument();

    Session &m_session;
    const Appearance &m_appearance;
    FlatButton *m_chooser;
    QList<QWidget *> m_ofPicture;
};

} // namespace tetherscope
