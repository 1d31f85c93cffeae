#pragma once

#include "layout/geometry.h"

#include <QPointF>
#include <QRectF>

namespace tetherscope {

QRectF toQRectF(const SceneRect &rect);
QPointF toQPointF(ScenePoint point);

/// Around both; an empty rectangle adds nothing.
SceneRect united(const SceneRect &left, const SceneRect &right);
SceneRect grown(const SceneRect &rect, double margin);
bool contains(const SceneRect &rect, ScenePoint point);

} // namespace tetherscope
