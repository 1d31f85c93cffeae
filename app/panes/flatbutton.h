#pragma once

#include "look/icons.h"

#include <QToolButton>

#include <optional>

namespace tetherscope {

class Appearance;

/// A button in the program's own look: flat, with one outline at most, an icon of ours and a word beside it.
class FlatButton : public QToolButton
{
    Q_OBJECT

public:
    enum class Look {
        Plain,    ///< no outline: bars
        Outlined, ///< transport
        Filled,   ///< the one that matters: play
        Field,    ///< outlined, a chevron at the right: opens a menu
    };

    /// `appearance` must outlive it.
    FlatButton(const Appearance &appearance, Look look, QWidget *parent = nullptr);

    void setGlyph(Icon glyph);
    void setWordShown(bool shown);
    /// A second, quieter text after the first.
    void setDetail(const QString &detail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString word() const;
    QColor inkColour() const;
    void paintGround(QPainter &painter) const;
    void paintWords(QPainter &painter, QRectF space) const;

    const Appearance &m_appearance;
    Look m_look;
    std::optional<Icon> m_glyph;
    QString m_detail;
    bool m_wordShown = true;
};

} // namespace tetherscope
