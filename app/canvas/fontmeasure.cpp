#include "canvas/fontmeasure.h"

#include "look/fontconfiguration.h"
#include "look/fonts.h"

#include <QString>

namespace tetherscope {

namespace {

QFontMetricsF metricsOf(FontRole role)
{
    readFontConfiguration();
    return QFontMetricsF(pictureFont(role));
}

/// Fonts that differ in size alone share their widths: they are not hinted, so that these grow with the size.
FontRole measuredAs(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return FontRole::Name;
    case FontRole::Heading:
        return FontRole::Badge;
    default:
        return role;
    }
}

double scaleOf(FontRole role)
{
    return static_cast<double>(pictureFont(role).pixelSize()) / pictureFont(measuredAs(role)).pixelSize();
}

bool isLetter(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

} // namespace

FontMeasure::Face::Face(const QFontMetricsF &of)
    : metrics(of)
{
    letters.fill(-1);
}

FontMeasure::FontMeasure()
    : m_faces{Face(metricsOf(FontRole::Name)), Face(metricsOf(FontRole::Small)),
              Face(metricsOf(FontRole::Badge))}
    , m_voices{voiceOf(FontRole::Name), voiceOf(FontRole::Title), voiceOf(FontRole::Small),
               voiceOf(FontRole::Badge), voiceOf(FontRole::Heading)}
{
}

FontMeasure::Voice FontMeasure::voiceOf(FontRole role)
{
    switch (measuredAs(role)) {
    case FontRole::Name:
        return {0, scaleOf(role)};
    case FontRole::Small:
        return {1, scaleOf(role)};
    default:
        return {2, scaleOf(role)};
    }
}

double FontMeasure::width(std::string_view text, FontRole role) const
{
    const Voice &voice = m_voices[static_cast<std::size_t>(role)];
    return voice.scale * widthIn(m_faces[voice.face], text);
}

/// The widths of letters are whole 64ths of a pixel: their sum is exactly what Qt comes to.
double FontMeasure::widthIn(Face &face, std::string_view text)
{
    double width = 0;
    for (const char byte : text) {
        const auto letter = static_cast<unsigned char>(byte);
        if (!isLetter(letter))
            return shapedWidth(face, text);
        width += letterWidth(face, letter);
    }
    return width;
}

double FontMeasure::letterWidth(Face &face, unsigned char letter)
{
    double &width = face.letters[letter];
    if (width < 0)
        width = face.metrics.horizontalAdvance(QString(QLatin1Char(static_cast<char>(letter))));
    return width;
}

double FontMeasure::shapedWidth(Face &face, std::string_view text)
{
    constexpr std::size_t mostKnown = 20'000;
    constexpr std::size_t longestKnown = 80;
    if (const auto found = face.known.find(text); found != face.known.end())
        return found->second;
    const QString unicode = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const double width = face.metrics.horizontalAdvance(unicode);
    if (face.known.size() >= mostKnown)
        face.known.clear();
    if (text.size() <= longestKnown)
        face.known.emplace(text, width);
    return width;
}

} // namespace tetherscope
