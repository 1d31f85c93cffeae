#include "export/animatedpng.h"

#include <QBuffer>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace tetherscope {

namespace {

constexpr qsizetype signatureSize = 8;
const QByteArray pngSignature("\x89PNG\r\n\x1a\n", signatureSize);
constexpr int longestHoldMs = 65'535; ///< what a frame's delay has room for, in thousandths

/// The CRC that PNG's annex D gives as an example, by table.
std::uint32_t crcOf(const QByteArray &bytes)
{
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            made[byte] = byte;
            for (int bit = 0; bit < 8; ++bit)
                made[byte] = (made[byte] & 1U) != 0 ? 0xEDB88320U ^ (made[byte] >> 1U) : made[byte] >> 1U;
        }
        return made;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU] ^ (crc >> 8U);
    return crc ^ 0xFFFFFFFFU;
}

template<typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const char *type, const QByteArray &data)
{
    const QByteArray typed = type + data;
    return bigEndian(static_cast<std::uint32_t>(data.size())) + typed + bigEndian(crcOf(typed));
}

/// The data of a PNG's chunks of one type.
QList<QByteArray> chunksOf(const QByteArray &png, const char *type)
{
    constexpr qsizetype frame = 12; // length, type and CRC
    QList<QByteArray> found;
    for (qsizetype at = signatureSize; at + frame <= png.size();) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<std::uint32_t>(png.constData() + at));
        if (std::strncmp(png.constData() + at + 4, type, 4) == 0)
            found.append(png.mid(at + 8, length));
        at += frame + length;
    }
    return found;
}

QByteArray pngBytes(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

bool sameRow(const QImage &left, const QImage &right, int y)
{
    return std::memcmp(left.constScanLine(y), right.constScanLine(y),
                       static_cast<std::size_t>(left.width()) * sizeof(QRgb)) == 0;
}

/// The first and the last column of a row in which two images differ. Requires: they do.
std::pair<int, int> differingColumns(const QImage &left, const QImage &right, int y)
{
    const QRgb *const one = reinterpret_cast<const QRgb *>(left.constScanLine(y));
    const QRgb *const other = reinterpret_cast<const QRgb *>(right.constScanLine(y));
    int first = 0;
    int last = left.width() - 1;
    while (one[first] == other[first])
        ++first;
    while (one[last] == other[last])
        --last;
    return {first, last};
}

/// Around all pixels that differ; empty: none does. Requires: same size, 32 bits a pixel.
QRect differenceOf(const QImage &left, const QImage &right)
{
    QRect area;
    for (int y = 0; y < left.height(); ++y) {
        if (sameRow(left, right, y))
            continue;
        const auto [first, last] = differingColumns(left, right, y);
        area |= QRect(QPoint(first, y), QPoint(last, y));
    }
    return area;
}

QByteArray frameControl(std::uint32_t sequence, const QRect &place, int holdMs)
{
    const QByteArray disposeNothingAndReplace(2, '\0');
    return bigEndian(sequence) + bigEndian(static_cast<std::uint32_t>(place.width())) +
           bigEndian(static_cast<std::uint32_t>(place.height())) +
           bigEndian(static_cast<std::uint32_t>(place.x())) +
           bigEndian(static_cast<std::uint32_t>(place.y())) +
           bigEndian(static_cast<std::uint16_t>(std::min(holdMs, longestHoldMs))) +
           bigEndian(std::uint16_t(1000)) + disposeNothingAndReplace;
}

} // namespace

void AnimatedPng::add(const QImage &image, int holdMs)
{
    const QImage frame = image.convertToFormat(QImage::Format_ARGB32); // one header for all
    const QRect place = m_frames.isEmpty() ? frame.rect() : differenceOf(m_last, frame);
    if (place.isEmpty() && !m_frames.isEmpty()) {
        m_frames.last().holdMs += holdMs;
        return;
    }
    const QByteArray png = pngBytes(frame.copy(place));
    if (m_frames.isEmpty())
        m_header = chunksOf(png, "IHDR").value(0);
    m_frames.append({place, holdMs, chunksOf(png, "IDAT")});
    m_failed = m_failed || m_frames.constLast().data.isEmpty();
    m_last = frame;
}

QByteArray AnimatedPng::take()
{
    if (m_failed || m_frames.isEmpty())
        return {};
    constexpr std::uint32_t forEver = 0;
    QByteArray png =
        pngSignature + chunk("IHDR", m_header) +
        chunk("acTL", bigEndian(static_cast<std::uint32_t>(m_frames.size())) + bigEndian(forEver));
    std::uint32_t sequence = 0;
    for (const Frame &frame : std::as_const(m_frames)) {
        const bool first = sequence == 0;
        png += chunk("fcTL", frameControl(sequence++, frame.place, frame.holdMs));
        for (const QByteArray &data : frame.data)
            png += first ? chunk("IDAT", data) : chunk("fdAT", bigEndian(sequence++) + data);
    }
    m_frames.clear();
    return png + chunk("IEND", {});
}

} // namespace tetherscope
