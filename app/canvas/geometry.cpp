#include "canvas/geometry.h"

#include <algorithm>

namespace tetherscope {

namespace {

ScenePoint middle(ScenePoint a, ScenePoint b)
{
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/// A curve stays within its points' bounds: what these are apart from is not crossed, and of a curve of less
/// than a pixel no more is asked.
bool pieceCrosses(const Cubic &curve, const SceneRect &rect)
{
    const SceneRect bounds = boundsOf(curve);
    if (!bounds.overlaps(rect))
        return false;
    if (contains(rect, curve.front()) || contains(rect, curve.back()) || bounds.width + bounds.height < 1)
        return true;
    const auto [left, right] = halvesOf(curve);
    return pieceCrosses(left, rect) || pieceCrosses(right, rect);
}

void cover(const Cubic &curve, int depth, std::vector<SceneRect> &boxes)
{
    constexpr double small = 160;
    const SceneRect bounds = boundsOf(curve);
    if (depth == 0 || bounds.width < small || bounds.height < small) {
        boxes.push_back(bounds);
        return;
    }
    const auto [left, right] = halvesOf(curve);
    cover(left, depth - 1, boxes);
    cover(right, depth - 1, boxes);
}

} // namespace

std::array<Cubic, 2> halvesOf(const Cubic &curve)
{
    const auto &[start, first, second, end] = curve;
    const ScenePoint top = middle(first, second);
    const ScenePoint left = middle(middle(start, first), top);
    const ScenePoint right = middle(top, middle(second, end));
    const ScenePoint centre = middle(left, right);
    return {{{start, middle(start, first), left, centre}, {centre, right, middle(second, end), end}}};
}

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

SceneRect boundsOf(std::span<const ScenePoint> curve)
{
    if (curve.empty())
        return {};
    const auto [left, right] = std::minmax_element(
        curve.begin(), curve.end(), [](const ScenePoint &a, const ScenePoint &b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(
        curve.begin(), curve.end(), [](const ScenePoint &a, const ScenePoint &b) { return a.y < b.y; });
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

std::vector<SceneRect> coverOf(const std::vector<ScenePoint> &curve)
{
    constexpr int halvings = 3;
    std::vector<SceneRect> boxes;
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
        cover({curve[i], curve[i + 1], curve[i + 2], curve[i + 3]}, halvings, boxes);
    return boxes;
}

bool contains(const SceneRect &rect, ScenePoint point)
{
    return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y && point.y < rect.bottom();
}

bool crosses(const std::vector<ScenePoint> &curve, const SceneRect &rect)
{
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
        if (pieceCrosses({curve[i], curve[i + 1], curve[i + 2], curve[i + 3]}, rect))
            return true;
    return false;
}

} // namespace tetherscope
