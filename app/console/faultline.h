#pragma once

#include <QWidget>

namespace tetherscope {

class Appearance;

/// Why a statement was not run, under where it stands: a caret under the column, then a sign and the words.
/// Takes no room while there is nothing to say.
///
/// Lifetime  `appearance` must outlive it.
class FaultLine : public QWidget
{
    Q_OBJECT

public:
    explicit FaultLine(const Appearance &appearance, QWidget *parent = nullptr);

    /// `caretX` is where the caret points to, in pixels; negative: nowhere.
    void setFault(const QString &text, int caretX = -1);
    void clear() { setFault({}); }
    const QString &text() const { return m_text; }
    int caretX() const { return m_caretX; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {120, heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int caretHeight() const { return m_caretX < 0 ? 0 : 10; }
    QRect words(int width) const;

    const Appearance &m_appearance;
    QString m_text;
    int m_caretX = -1;
};

} // namespace tetherscope
