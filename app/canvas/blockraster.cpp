#include "canvas/blockraster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace tetherscope {

namespace {

constexpr double leastCurve = 1.5; ///< px; less is not seen
constexpr double chordLength = 10; ///< px of a curve that one straight line stands for
constexpr double mostChords = 12;  ///< of one cubic piece
constexpr double leastSlope = 6;   ///< pixels along for one across: nearer to an axis nothing is smoothed
constexpr unsigned dashPeriod = 9; ///< px
constexpr unsigned dashLength = 5;
constexpr int dashOffset = 900'000'000; ///< a multiple of the period: places left of the origin count on
constexpr std::int64_t one = 1 << 16;   ///< in fixed point

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

struct Line
{
    double from; ///< along the longer side
    double to;
    double across; ///< at its start
    double acrossEnd;
};

/// One pixel for each step along a line's longer side, of those from `begin` to `end`, but for so many of the
/// last. The other coordinate is worked out anew for each, in fixed point from the line's own start: the same
/// wherever one begins to look.
template<typename Put>
void walk(const Line &line, int begin, int end, int leftOut, Put put)
{
    const auto first = static_cast<std::int64_t>(std::floor(line.from + 0.5));
    const auto last = static_cast<std::int64_t>(std::floor(line.to + 0.5));
    const double slope = last > first ? (line.acrossEnd - line.across) / (line.to - line.from) : 0;
    const auto start = static_cast<std::int64_t>(std::floor(line.across * one)) + one / 2;
    const auto rise = static_cast<std::int64_t>(slope * one);
    const std::int64_t stop = std::min<std::int64_t>(last - leftOut, end - 1);
    for (std::int64_t at = std::max<std::int64_t>(first, begin); at <= stop; ++at)
        put(static_cast<int>(at), start + (at - first) * rise);
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
    const auto put = [&](int along, std::int64_t across) {
        const int other = static_cast<int>(across >> 16);
        const int x = flat ? along : other;
        const int y = flat ? other : along;
        if (holds(x, y))
            *at(x, y) = colour;
    };
    if (flat)
        walk({from.x(), to.x(), from.y(), to.y()}, m_columns.from, m_columns.to, 0, put);
    else
        walk({from.y(), to.y(), from.x(), to.x()}, m_rows.from, m_rows.to, 0, put);
}

/// `part` of 256; two channels at a time.
void BlockRaster::blend(int x, int y, QRgb colour, unsigned part)
{
    if (!holds(x, y))
        return;
    if (part == 256) {
        *at(x, y) = colour;
        return;
    }
    constexpr unsigned channels = 0x00FF00FF;
    QRgb &pixel = *at(x, y);
    const unsigned rest = 256 - part;
    const unsigned redBlue = ((colour & channels) * part + (pixel & channels) * rest) >> 8;
    const unsigned green = ((colour >> 8 & channels) * part + (pixel >> 8 & channels) * rest) >> 8;
    pixel = 0xFF000000 | (redBlue & channels) | (green & 0xFF) << 8;
}

/// Each step colours the two pixels that the line runs between, by how near it is (X. Wu, "An Efficient
/// Antialiasing Technique", SIGGRAPH 1991). A line that is nearly level or upright is as good with one, at
/// less than half the cost.
void BlockRaster::smoothSegment(QPointF from, QPointF to, QRgb colour, Dashes dashes)
{
    const bool flat = std::abs(to.x() - from.x()) >= std::abs(to.y() - from.y());
    if (flat ? to.x() < from.x() : to.y() < from.y())
        std::swap(from, to);
    const double sides[] = {std::abs(to.x() - from.x()), std::abs(to.y() - from.y())};
    const bool steps = std::min(sides[0], sides[1]) * leastSlope < std::max(sides[0], sides[1]);
    // Counted from the scene's origin, so that dashes move with it.
    const int origin = static_cast<int>(std::floor(flat ? m_toDevice.dx() : m_toDevice.dy()));
    const auto put = [&](int along, std::int64_t across) {
        if (dashes == Dashes::Yes &&
            static_cast<unsigned>(along - origin + dashOffset) % dashPeriod >= dashLength)
            return;
        const int near = static_cast<int>((across + (steps ? one / 2 : 0)) >> 16);
        const auto part = steps ? 0 : static_cast<unsigned>(across >> 8 & 0xFF);
        blend(flat ? along : near, flat ? near : along, colour, 256 - part);
        if (part > 0)
            blend(flat ? along : near + 1, flat ? near + 1 : along, colour, part);
    };
    // The last pixel is the first of what follows: it is not to be blended twice.
    if (flat)
        walk({from.x() - 0.5, to.x() - 0.5, from.y() - 1, to.y() - 1}, m_columns.from, m_columns.to, 1, put);
    else
        walk({from.y() - 0.5, to.y() - 0.5, from.x() - 1, to.x() - 1}, m_rows.from, m_rows.to, 1, put);
}

/// Halved until it is as good as straight; halves that lie elsewhere are left out. The halves are the same
/// whatever the image has of them.
void BlockRaster::smoothPiece(const Cubic &piece, int depth, QRgb colour, Dashes dashes)
{
    constexpr double flatness = 0.5; // px
    const SceneRect bounds = boundsOf(piece);
    const QPointF from = toDevice({bounds.x, bounds.y});
    const QPointF to = toDevice({bounds.right(), bounds.bottom()});
    if (to.x() < m_columns.from - 1 || from.x() > m_columns.to + 1 || to.y() < m_rows.from - 1 ||
        from.y() > m_rows.to + 1)
        return;
    const double bent = std::max({std::abs(piece[0].x - 2 * piece[1].x + piece[2].x),
                                  std::abs(piece[0].y - 2 * piece[1].y + piece[2].y),
                                  std::abs(piece[1].x - 2 * piece[2].x + piece[3].x),
                                  std::abs(piece[1].y - 2 * piece[2].y + piece[3].y)});
    if (depth == 0 || bent * m_toDevice.m11() < flatness)
        return smoothSegment(toDevice(piece.front()), toDevice(piece.back()), colour, dashes);
    for (const Cubic &half : halvesOf(piece))
        smoothPiece(half, depth - 1, colour, dashes);
}

void BlockRaster::smoothCurve(const std::vector<ScenePoint> &points, QRgb colour, Dashes dashes)
{
    constexpr int mostHalvings = 16;
    for (std::size_t i = 0; i + 3 < points.size(); i += 3)
        smoothPiece({points[i], points[i + 1], points[i + 2], points[i + 3]}, mostHalvings, colour, dashes);
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
