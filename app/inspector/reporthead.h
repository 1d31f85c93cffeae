#pragma once

#include "analysis/report.h"

#include <QWidget>

namespace tetherscope {

class Appearance;

/// The head of a report: what it is about, whether that lives, and one line of biography.
///
/// `appearance` must outlive it.
class ReportHead : public QWidget
{
    Q_OBJECT

public:
    explicit ReportHead(const Appearance &appearance, QWidget *parent = nullptr);

    void setReport(const Report &report);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    QRect biographyRect() const;
    void paintLife(QPainter &painter) const;

    const Appearance &m_appearance;
    QString m_title;
    QString m_life;
    QString m_biography;
    LifeState m_state = LifeState::None;
};

} // namespace tetherscope
