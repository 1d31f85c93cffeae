#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>
#include <QString>
#include <QTransform>

#include <vector>

namespace tetherscope {

/// Shapes of one coordinate system, one a line, as SvgSurface writes them.
struct SvgLayer
{
    QTransform view; ///< a scale and a shift, to the document's pixels
    QByteArray shapes;
};

/// What an SVG document says about itself; a screen reader reads it in a browser.
struct SvgHead
{
    QSize size;
    QColor paper; ///< not valid: transparent
    QString title;
    QString description;
    QByteArray style; ///< CSS
};

/// The layers, the first at the bottom. UTF-8.
QByteArray svgDocument(const SvgHead &head, const std::vector<SvgLayer> &layers);

/// At most two decimals, without trailing zeros.
QByteArray svgNumber(double value);
/// Escaped. Characters that XML 1.0 has no place for, not even as references, become the replacement
/// character.
QByteArray svgText(const QString &text);

} // namespace tetherscope
