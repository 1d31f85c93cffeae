#include "export/pdfpages.h"

#include "canvas/sheet.h"

#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>

namespace tetherscope {

namespace {

constexpr double pixelsToAnInch = 96;
constexpr double pointsToAnInch = 72;
constexpr int dotsToAnInch = 1200; ///< the grid that coordinates are rounded to

} // namespace

PdfPages::PdfPages(QSize size)
{
    m_buffer.open(QIODevice::WriteOnly);
    const QSizeF points = QSizeF(size) * pointsToAnInch / pixelsToAnInch;
    m_writer.setPageLayout(
        QPageLayout(QPageSize(points, QPageSize::Point, QStringLiteral("picture"), QPageSize::ExactMatch),
                    QPageLayout::Portrait, QMarginsF()));
    m_writer.setResolution(dotsToAnInch);
    m_writer.setTitle(QStringLiteral("Tetherscope: who holds whom"));
    m_writer.setCreator(QStringLiteral("Tetherscope"));
}

void PdfPages::add(const Sheet &sheet)
{
    if (m_painter.isActive())
        m_writer.newPage();
    else if (!m_painter.begin(&m_writer))
        return;
    m_painter.resetTransform();
    m_painter.scale(dotsToAnInch / pixelsToAnInch, dotsToAnInch / pixelsToAnInch);
    paintSheet(m_painter, sheet);
}

QByteArray PdfPages::take()
{
    m_painter.end();
    m_buffer.close();
    return m_bytes;
}

} // namespace tetherscope
