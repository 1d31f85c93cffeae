#pragma once

#include "layout/geometry.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <span>
#include <vector>

namespace tetherscope {

QRectF toQRectF(const SceneRect &rect);
QPointF toQPointF(ScenePoint point);

/// Start, two control points, end.
using Cubic = std::array<ScenePoint, 4>;
/// The curve's two halves, by de Casteljau's construction.
std::array<Cubic, 2> halvesOf(const Cubic &curve);

/// Around both; an empty rectangle adds nothing.
SceneRect united(const SceneRect &left, const SceneRect &right);
SceneRect grown(const SceneRect &rect, double margin);
/// Of a curve's points and control points, which enclose it.
SceneRect boundsOf(std::span<const ScenePoint> curve);
/// Rectangles that cover a curve closely: a long slope is not worth the whole box around it.
std::vector<SceneRect> coverOf(const std::vector<ScenePoint> &curve);
bool contains(const SceneRect &rect, ScenePoint point);
/// Whether a curve (its start, then three points for each cubic piece) runs through the rectangle, to a
/// pixel.
bool crosses(const std::vector<ScenePoint> &curve, const SceneRect &rect);

} // namespace tetherscope
