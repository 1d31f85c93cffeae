#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRect>

namespace tetherscope {

/// Writes an animated PNG: frames one after another, for ever. Who does not know of animations sees the
/// first.
///
/// Qt writes each frame's PNG; its image data are put into the animation's own chunks. Of a frame only the
/// rectangle is kept that differs from the frame before.
///
/// Errors  take() is empty if a frame could not be written.
/// Source  Portable Network Graphics (PNG) Specification (Third Edition), W3C, chunks acTL, fcTL and fdAT.
class AnimatedPng
{
public:
    /// All frames are of one size. One that looks like the frame before makes that stay for longer.
    void add(const QImage &image, int holdMs);

    std::size_t frameCount() const { return std::size_t(m_frames.size()); }
    /// The file's content.
    QByteArray take();

private:
    struct Frame
    {
        QRect place;
        int holdMs;
        QList<QByteArray> data; ///< of its IDAT chunks
    };

    QImage m_last;
    QByteArray m_header; ///< of the first frame's IHDR chunk
    QList<Frame> m_frames;
    bool m_failed = false;
};

} // namespace tetherscope
