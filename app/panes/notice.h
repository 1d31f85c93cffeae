#pragma once

#include <QWidget>

#include <optional>

namespace tetherscope {

class Appearance;
class FlatButton;

/// A bar that lies over the top of another widget and moves nothing: what goes on, or what is wrong.
///
/// Its text may have more lines; those after the first are shown in the code's face (a source line and the
/// caret under the column). With progress it also bears a thin bar.
class Notice : public QWidget
{
    Q_OBJECT

public:
    /// `host`: what it lies over, its parent too. `appearance` must outlive it.
    Notice(const Appearance &appearance, const QString &buttonText, QWidget *host);

    void setText(const QString &text, const QString &codeLines = {});
    const QString &text() const { return m_text; }
    void setProgress(std::optional<double> part); ///< 0 to 1
    void setHost(QWidget *host);
    /// Another thing to do about it, before the first button; empty: nothing.
    void setOffer(const QString &buttonText);

Q_SIGNALS:
    void buttonPressed();
    void offerTaken();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    const Appearance &m_appearance;
    FlatButton *m_button;
    FlatButton *m_offer;
    QString m_text;
    QString m_codeLines;
    std::optional<double> m_progress;
};

} // namespace tetherscope
