#pragma once

#include "session/document.h"

#include <QAbstractButton>
#include <QPixmap>

namespace tetherscope {

class Appearance;

/// One preset on the start page: its picture at the telling step, title, one line, and how many steps it has.
///
/// `appearance` must outlive it.
class PresetCard : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr QSize cardSize{272, 196};

    PresetCard(const QString &name, const Appearance &appearance, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    void setDocument(const Document &document);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintWords(QPainter &painter) const;
    void drawThumbnail();

    const Appearance &m_appearance;
    QString m_name;
    QString m_title;
    QString m_line;
    QString m_steps;
    Document m_document;
    QPixmap m_thumbnail;
};

} // namespace tetherscope
