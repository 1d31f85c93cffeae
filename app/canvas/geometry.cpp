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

SceneRect boundsOf(const std::vector<ScenePoint> &curve)
{
    if (curve.empty())
        return {};
    const auto [left, right] = std::minmax_element(
        curve.begin(), curve.end(), [](const ScenePoint &a, const ScenePoint &b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(
        curve.begin(), curve.end(), [](const ScenePoint &a, const ScenePoint &b) { return a.y < b.y; });
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

bool contains(const SceneRect &rect, ScenePoint point)
{
    return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y && point.y < rect.bottom();
}

} // namespace tetherscope
