#pragma once

#include "layout/textmeasure.h"

#include <QFontMetricsF>

#include <array>

namespace tetherscope {

/// How wide texts are in the picture's fonts (see pictureFont()).
///
/// Threads  One instance for each thread: make it where it is used.
/// Requires: a QGuiApplication.
class FontMeasure final : public TextMeasure
{
public:
    FontMeasure();
    double width(std::string_view text, FontRole role) const override;

private:
    std::array<QFontMetricsF, 5> m_metrics;
};

} // namespace tetherscope
