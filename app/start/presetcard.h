#pragma once

#include "session/document.h"

#include <QAbstractButton>
#include <QPixmap>
#include <QStaticText>

#include <vector>

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
    /// Its words as soon as it has run, its picture with the plan; a null thumbnail is then drawn here and
    /// now.
    void setDocument(const Document &document, const QImage &thumbnail = {});
    bool hasThumbnail() const { return !m_thumbnail.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOutWords();
    void paintWords(QPainter &painter);
    void drawThumbnail();

    const Appearance &m_appearance;
    QString m_name;
    QString m_title;
    QString m_line;
    QString m_steps;
    std::vector<QStaticText> m_words; ///< title, lines, steps: shaped once, painted with every frame
    Document m_document;
    QPixmap m_thumbnail;
};

} // namespace tetherscope
