#include "canvas/geometry.h"

#include <algorithm>

namespace tetherscope {

QRectF toQRectF(const SceneRect &rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

QPointF toQPointF(ScenePoint point)
{
    return {point.x, point.y};
}

SceneRect united(const SceneRect &left, const SceneRect &right)
{
    if (left.empty())
        return right;
    if (right.empty())
        return left;
    const double x = std::min(left.x, right.x);
    const double y = std::min(left.y, right.y);
    return {x, y, std::max(left.right(), right.right()) - x, std::max(left.bottom(), right.bottom()) - y};
}

SceneRect grown(const SceneRect &rect, double margin)
{
    return {rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin};
}

bool contains(const SceneRect &rect, ScenePoint point)
{
    return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y && point.y < rect.bottom();
}

} // namespace tetherscope
