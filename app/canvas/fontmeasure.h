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
    using Widths = std::unordered_map<std::string, double, TextHash, std::equal_to<>>;

    std::array<QFontMetricsF, 5> m_metrics;
    mutable std::array<Widths, 5> m_known;
};

} // namespace tetherscope
