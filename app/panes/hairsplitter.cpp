#include "panes/hairsplitter.h"

#include "base/appearance.h"

#include <QPainter>

namespace tetherscope {

namespace {

class Hairline final : public QSplitterHandle
{
public:
    Hairline(const Appearance &appearance, QSplitter *splitter)
        : QSplitterHandle(splitter->orientation(), splitter)
        , m_appearance(appearance)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        // Wider than it looks: QSplitterHandle keeps margins for the hand that reaches for it.
        QPainter painter(this);
        painter.fillRect(contentsRect(), m_appearance.theme().hairline);
    }

private:
    const Appearance &m_appearance;
};

} // namespace

HairSplitter::HairSplitter(Qt::Orientation orientation, const Appearance &appearance, QWidget *parent)
    : QSplitter(orientation, parent)
    , m_appearance(appearance)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSplitterHandle *HairSplitter::createHandle()
{
    return new Hairline(m_appearance, this);
}

} // namespace tetherscope
