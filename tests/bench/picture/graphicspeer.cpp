#include "graphicspeer.h"

#include "canvas/detail.h"
#include "canvas/geometry.h"
#include "layout/look.h"
#include "look/theme.h"

#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <utility>

namespace tetherscope {

namespace {

/// Fonts and colours that all items share.
struct Look
{
    Theme theme = lightTheme();
    QFont name = pictureFont(FontRole::Name);
    QFont title = pictureFont(FontRole::Title);
    QFont small = pictureFont(FontRole::Small);
    QFont badge = pictureFont(FontRole::Badge);
};

const Look &peerLook()
{
    static const Look shared;
    return shared;
}

Detail detailOf(const QPainter &painter)
{
    return detailAt(painter.worldTransform().m11());
}

QPen hairPen(const QColor &colour)
{
    QPen pen(colour, 1);
    pen.setCosmetic(true);
    return pen;
}

void drawText(QPainter &painter, QPointF left, const QString &text, const QFont &font, const QColor &ink)
{
    if (text.isEmpty())
        return;
    if (detailOf(painter) == Detail::Shapes) {
        QColor grey = ink;
        grey.setAlphaF(0.35F);
        const double size = font.pixelSize();
        return painter.fillRect(QRectF(left.x(), left.y() - size * 0.5,
                                       size * 0.55 * static_cast<double>(text.size()), size * 0.4),
                                grey);
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(left, text);
}

class CardPeer final : public QGraphicsItem
{
public:
    CardPeer(CardItem card, std::vector<RowItem> rows)
        : m_card(std::move(card))
        , m_rows(std::move(rows))
    {
    }
    QRectF boundingRect() const override { return toQRectF(grown(m_card.rect, 2)); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QRectF rect = toQRectF(m_card.rect);
        const Theme &theme = peerLook().theme;
        if (detailOf(*painter) == Detail::Blocks)
            return painter->fillRect(rect, theme.secondary);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(hairPen(theme.hairline));
        painter->setBrush(theme.node);
        painter->drawRoundedRect(rect, 8, 8);
        drawBadge(*painter);
        const double left = rect.left() + look::cardPadding;
        drawText(*painter, {left, rect.top() + 26}, m_card.title, peerLook().title, theme.text);
        drawText(*painter, {left, rect.top() + 48}, m_card.subtitle, peerLook().small, theme.secondary);
        for (const RowItem &row : m_rows)
            drawText(*painter, {left, row.rect.centreY() + 5}, row.text, peerLook().name, theme.text);
    }

private:
    void drawBadge(QPainter &painter) const
    {
        const QRectF badge(m_card.rect.right() - 38, m_card.rect.y + 9, 28, 24);
        painter.setPen(Qt::NoPen);
        painter.setBrush(peerLook().theme.sunken);
        painter.drawRoundedRect(badge, 12, 12);
        drawText(painter, badge.topLeft() + QPointF(10, 17), m_card.badge, peerLook().badge,
                 peerLook().theme.text);
    }

    CardItem m_card;
    std::vector<RowItem> m_rows;
};

class PillPeer final : public QGraphicsItem
{
public:
    explicit PillPeer(PillItem pill)
        : m_pill(std::move(pill))
    {
    }
    QRectF boundingRect() const override { return toQRectF(grown(m_pill.rect, 2)); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QRectF rect = toQRectF(m_pill.rect);
        const Theme &theme = peerLook().theme;
        if (detailOf(*painter) == Detail::Blocks)
            return painter->fillRect(rect, theme.strong);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(hairPen(theme.hairline));
        painter->setBrush(theme.node);
        painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
        drawText(*painter, {rect.left() + look::pillPadding, rect.center().y() + 5}, m_pill.text,
                 peerLook().name, theme.text);
    }

private:
    PillItem m_pill;
};

class RingPeer final : public QGraphicsItem
{
public:
    explicit RingPeer(RingItem ring)
        : m_ring(std::move(ring))
    {
    }
    QRectF boundingRect() const override { return toQRectF(grown(m_ring.rect, 2)); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QRectF rect = toQRectF(m_ring.rect);
        const Theme &theme = peerLook().theme;
        if (detailOf(*painter) == Detail::Blocks)
            return painter->fillRect(rect, theme.weak);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(hairPen(theme.weak));
        painter->setBrush(theme.canvas);
        painter->drawEllipse(rect);
    }

private:
    RingItem m_ring;
};

class EdgePeer final : public QGraphicsItem
{
public:
    explicit EdgePeer(EdgeItem edge)
        : m_edge(std::move(edge))
        , m_path(toQPointF(m_edge.points.front()))
    {
        for (std::size_t i = 1; i + 2 < m_edge.points.size(); i += 3)
            m_path.cubicTo(toQPointF(m_edge.points[i]), toQPointF(m_edge.points[i + 1]),
                           toQPointF(m_edge.points[i + 2]));
        m_bounds = toQRectF(grown(boundsOf(m_edge.points), 6));
        m_edge.points = {}; // the path has them
        setZValue(-1);
    }
    QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const Theme &theme = peerLook().theme;
        const bool blocks = detailOf(*painter) == Detail::Blocks;
        painter->setRenderHint(QPainter::Antialiasing, !blocks);
        QPen pen = hairPen(m_edge.weak ? theme.weak : blocks ? theme.border : theme.strong);
        if (m_edge.weak && !blocks)
            pen.setDashPattern({5, 3.5});
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(m_path);
        if (!blocks)
            drawEnds(*painter, pen.color());
    }

private:
    void drawEnds(QPainter &painter, const QColor &colour) const
    {
        const QPointF tip = m_path.currentPosition();
        const QPolygonF head{{tip, tip + QPointF(-9, -4.5), tip + QPointF(-9, 4.5)}};
        painter.setPen(m_edge.weak ? hairPen(colour) : QPen(Qt::NoPen));
        painter.setBrush(m_edge.weak ? peerLook().theme.canvas : colour);
        painter.drawPolygon(head);
        if (!m_edge.weak)
            painter.drawEllipse(QPointF(m_path.elementAt(0)), 3, 3);
    }

    EdgeItem m_edge;
    QPainterPath m_path;
    QRectF m_bounds;
};

void fillScene(QGraphicsScene &scene, Picture picture)
{
    for (EdgeItem &edge : picture.edges)
        scene.addItem(new EdgePeer(std::move(edge)));
    for (CardItem &card : picture.cards) {
        const auto first = picture.rows.begin() + card.firstRow;
        std::vector<RowItem> rows(std::make_move_iterator(first),
                                  std::make_move_iterator(first + card.rowCount));
        scene.addItem(new CardPeer(std::move(card), std::move(rows)));
    }
    for (PillItem &pill : picture.pills)
        scene.addItem(new PillPeer(std::move(pill)));
    for (RingItem &ring : picture.rings)
        scene.addItem(new RingPeer(std::move(ring)));
}

} // namespace

std::unique_ptr<QGraphicsView> makeGraphicsPeer(Picture picture)
{
    auto view = std::make_unique<QGraphicsView>();
    auto *scene = new QGraphicsScene(view.get());
    scene->setItemIndexMethod(QGraphicsScene::BspTreeIndex);
    scene->setSceneRect(toQRectF(picture.bounds));
    scene->setBackgroundBrush(peerLook().theme.canvas);
    fillScene(*scene, std::move(picture));
    view->setScene(scene);
    view->setOptimizationFlags(QGraphicsView::DontSavePainterState |
                               QGraphicsView::DontAdjustForAntialiasing);
    view->setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setFrameShape(QFrame::NoFrame);
    return view;
}

} // namespace tetherscope
