#pragma once

#include "layout/textmeasure.h"

#include <algorithm>

namespace tetherscope {

/// Every character as wide as every other: plans depend on no font that is installed.
class EvenMeasure final : public TextMeasure
{
public:
    double width(std::string_view text, FontRole role) const override
    {
        const auto characters = std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        return static_cast<double>(characters) * (role == FontRole::Title  ? 9
                                                  : role == FontRole::Name ? 8
                                                                           : 6.5);
    }
};

} // namespace tetherscope
