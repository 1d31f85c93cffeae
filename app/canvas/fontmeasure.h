#pragma once

#include "layout/textmeasure.h"

#include <QFontMetricsF>

#include <array>
#include <string>
#include <unordered_map>

namespace tetherscope {

/// How wide texts are in the picture's fonts (see pictureFont()).
///
/// Remembers what it has measured: a picture asks for the same texts at every step.
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
        QFontMetricsF metrics;
        std::unordered_map<std::string, double, TextHash, std::equal_to<>> known;
    };
    struct Voice
    {
        std::size_t face = 0;
        double scale = 1;
    };

    static Voice voiceOf(FontRole role);
    static double widthIn(Face &face, std::string_view text);

    mutable std::array<Face, 3> m_faces;
    std::array<Voice, 5> m_voices; ///< by role
};

} // namespace tetherscope
