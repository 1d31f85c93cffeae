#pragma once

#include <cstdint>
#include <string_view>

namespace tetherscope {

/// The five voices a picture speaks in; the app gives each a font.
enum class FontRole : std::uint8_t {
    Name,    ///< 13 px mono: names, keys, ids on pills and rows
    Title,   ///< 15 px mono: a card's id
    Small,   ///< 11 px sans: a card's plain values, states, captions
    Badge,   ///< 13 px sans, bold, tabular: the count
    Heading, ///< 11 px sans, bold: column and block headings
};

/// How wide texts are. Given by who draws, asked once for the whole plan, so that rectangles fit the fonts in
/// use.
class TextMeasure
{
public:
    virtual ~TextMeasure() = default;
    virtual double width(std::string_view text, FontRole role) const = 0;
};

} // namespace tetherscope
