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
    constexpr std::size_t mostKnown = 20'000;
    constexpr std::size_t longestKnown = 80;
    Widths &known = m_known[static_cast<std::size_t>(role)];
    if (const auto found = known.find(text); found != known.end())
        return found->second;
    const QString unicode = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const double width = m_metrics[static_cast<std::size_t>(role)].horizontalAdvance(unicode);
    if (known.size() >= mostKnown)
        known.clear();
    if (text.size() <= longestKnown)
        known.emplace(text, width);
    return width;
}

} // namespace tetherscope
