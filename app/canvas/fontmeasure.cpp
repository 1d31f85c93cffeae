#include "canvas/fontmeasure.h"

#include "look/fonts.h"

#include <QString>

namespace tetherscope {

namespace {

QFontMetricsF metricsOf(FontRole role)
{
    return QFontMetricsF(pictureFont(role));
}

} // namespace

FontMeasure::FontMeasure()
    : m_metrics{metricsOf(FontRole::Name), metricsOf(FontRole::Title), metricsOf(FontRole::Small),
                metricsOf(FontRole::Badge), metricsOf(FontRole::Heading)}
{
}

double FontMeasure::width(std::string_view text, FontRole role) const
{
    const QString unicode = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return m_metrics[static_cast<std::size_t>(role)].horizontalAdvance(unicode);
}

} // namespace tetherscope
