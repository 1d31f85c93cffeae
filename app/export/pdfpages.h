#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QPainter>
#include <QPdfWriter>
#include <QSize>

namespace tetherscope {

class Sheet;

/// Writes a PDF, a page for each sheet: lines as lines, text as text that can be searched and copied.
class PdfPages
{
public:
    /// Of the pages, in pixels of 1/96 inch.
    explicit PdfPages(QSize size);
    PdfPages(const PdfPages &) = delete;
    PdfPages &operator=(const PdfPages &) = delete;

    void add(const Sheet &sheet);
    /// The file's content; empty if nothing could be written.
    QByteArray take();

private:
    QByteArray m_bytes;
    QBuffer m_buffer{&m_bytes};
    QPdfWriter m_writer{&m_buffer};
    QPainter m_painter;
};

} // namespace tetherscope
