#pragma once

#include "layout/textmeasure.h"

#include <QFontMetricsF>

#include <array>
#include <string>
#include <unordered_map>

namespace tetherscope {

/// How wide texts are in the picture's fonts (see pictureFont()).
///
/// The picture's fonts are set letter by letter (no kerning, no ligatures), so the letters of ASCII are
/// measured once and added up. Of other texts it remembers what it has measured: a picture asks for the same
/// ones at every step.
///
/// Threads  One instance for each thread: make it where it is used.
/// Requires: a QGuiApplication.
class FontMeasure final : public TextMeasure
{
public:
    FontMeasure();
    double width(std::string_view text, FontRole role) const override;

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Face
    {
        explicit Face(const QFontMetricsF &of);

        QFontMetricsF metrics;
        std::array<double, 128> letters; ///< of ASCII; negative: not measured yet
        std::unordered_map<std::string, double, TextHash, std::equal_to<>> known;
    };
    struct Voice
    {
        std::size_t face = 0;
        double scale = 1;
    };

    static Voice voiceOf(FontRole role);
    static double widthIn(Face &face, std::string_view text);
    static double letterWidth(Face &face, unsigned char letter);
    static double shapedWidth(Face &face, std::string_view text);

    mutable std::array<Face, 3> m_faces;
    std::array<Voice, 5> m_voices; ///< by role
};

} // namespace tetherscope
