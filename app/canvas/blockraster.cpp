#include "canvas/blockraster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace tetherscope {

namespace {

constexpr double leastCurve = 1.5;    ///< px; less is not seen
constexpr double chordLength = 10;    ///< px of a curve that one straight line stands for
constexpr double mostChords = 12;     ///< of one cubic piece
constexpr std::int64_t one = 1 << 16; ///< in fixed point

ScenePoint onCubic(const ScenePoint *piece, double t)
{
    const double u = 1 - t;
    const double a = u * u * u;
    const double b = 3 * u * u * t;
    const double c = 3 * u * t * t;
    const double d = t * t * t;
    return {a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
            a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y};
}

double polygonLength(const ScenePoint *piece)
{
    double length = 0;
    for (int i = 0; i < 3; ++i)
        length += std::abs(piece[i + 1].x - piece[i].x) + std::abs(piece[i + 1].y - piece[i].y);
    return length;
}

/// One pixel for each step along a line's longer side, of those from `begin` to `end`. The other coordinate
/// is worked out anew for each, in fixed point from the line's own start: the same wherever one begins to
/// look.
template<typename Put>
void walk(double from, double to, double other, double otherEnd, int begin, int end, Put put)
{
    const auto first = static_cast<std::int64_t>(std::floor(from + 0.5));
    const auto last = static_cast<std::int64_t>(std::floor(to + 0.5));
    const double slope = last > first ? (otherEnd - other) / (to - from) : 0;
    const auto start = static_cast<std::int64_t>(std::floor(other * one)) + one / 2;
    const auto rise = static_cast<std::int64_t>(slope * one);
    const std::int64_t stop = std::min<std::int64_t>(last, end - 1);
    for (std::int64_t at = std::max<std::int64_t>(first, begin); at <= stop; ++at)
        put(static_cast<int>(at), static_cast<int>((start + (at - first) * rise) >> 16));
}

} // namespace

BlockRaster::BlockRaster(QImage &image, QPoint origin, const QTransform &toDevice)
    : m_pixels(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb))))
    , m_columns{origin.x(), origin.x() + image.width()}
    , m_rows{origin.y(), origin.y() + image.height()}
    , m_toDevice(toDevice)
{
}

QPointF BlockRaster::toDevice(ScenePoint point) const
{
    return {point.x * m_toDevice.m11() + m_toDevice.dx(), point.y * m_toDevice.m22() + m_toDevice.dy()};
}

BlockRaster::Span BlockRaster::pixels(double from, double to, int extra) const
{
    const int first = static_cast<int>(std::floor(from + 0.5));
    const int end = std::max(first + 1, static_cast<int>(std::floor(to + 0.5)));
    return {first - extra, end + extra};
}

void BlockRaster::fillPixels(Span columns, Span rows, QRgb colour)
{
    const Span x{std::max(columns.from, m_columns.from), std::min(columns.to, m_columns.to)};
    const Span y{std::max(rows.from, m_rows.from), std::min(rows.to, m_rows.to)};
    if (x.from >= x.to)
        return;
    for (int row = y.from; row < y.to; ++row)
        std::fill_n(at(x.from, row), x.to - x.from, colour);
}

void BlockRaster::fill(const SceneRect &rect, QRgb colour, int extra)
{
    const QPointF from = toDevice({rect.x, rect.y});
    const QPointF to = toDevice({rect.right(), rect.bottom()});
    fillPixels(pixels(from.x(), to.x(), extra), pixels(from.y(), to.y(), extra), colour);
}

void BlockRaster::frame(const SceneRect &rect, QRgb colour)
{
    constexpr int width = 2;
    const QPointF from = toDevice({rect.x, rect.y});
    const QPointF to = toDevice({rect.right(), rect.bottom()});
    const Span x = pixels(from.x(), to.x(), width);
    const Span y = pixels(from.y(), to.y(), width);
    fillPixels(x, {y.from, y.from + width}, colour);
    fillPixels(x, {y.to - width, y.to}, colour);
    fillPixels({x.from, x.from + width}, y, colour);
    fillPixels({x.to - width, x.to}, y, colour);
}

void BlockRaster::segment(QPointF from, QPointF to, QRgb colour)
{
    const bool flat = std::abs(to.x() - from.x()) >= std::abs(to.y() - from.y());
    if (flat ? to.x() < from.x() : to.y() < from.y())
        std::swap(from, to);
    if (flat)
        walk(from.x(), to.x(), from.y(), to.y(), m_columns.from, m_columns.to, [&](int x, int y) {
            if (y >= m_rows.from && y < m_rows.to)
                *at(x, y) = colour;
        });
    else
        walk(from.y(), to.y(), from.x(), to.x(), m_rows.from, m_rows.to, [&](int y, int x) {
            if (x >= m_columns.from && x < m_columns.to)
                *at(x, y) = colour;
        });
}

void BlockRaster::line(ScenePoint from, ScenePoint to, QRgb colour)
{
    segment(toDevice(from), toDevice(to), colour);
}

void BlockRaster::curve(const std::vector<ScenePoint> &points, QRgb colour)
{
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const ScenePoint *piece = &points[i];
        const double length = polygonLength(piece) * m_toDevice.m11();
        if (length < leastCurve)
            continue;
        const int chords = static_cast<int>(std::clamp(length / chordLength, 1.0, mostChords));
        ScenePoint from = piece[0];
        for (int chord = 1; chord <= chords; ++chord) {
            const ScenePoint to = onCubic(piece, static_cast<double>(chord) / chords);
            line(from, to, colour);
            from = to;
        }
    }
}

} // namespace tetherscope
