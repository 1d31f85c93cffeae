#pragma once

#include "syntax/textcursor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tetherscope {

/// Why a literal has no value.
struct LiteralFault
{
    std::string message;
    std::string hint;
};

/// The value of a number's text, underscores, bases and exponent included. An integer of exactly 2^63, which
/// only a minus sign makes fit, comes out as SmallestInteger.
struct SmallestInteger
{
};
using NumberValue = std::variant<std::int64_t, double, SmallestInteger, LiteralFault>;
NumberValue numberValue(std::string_view text);

/// Passes an escape sequence, with the cursor on its backslash, and appends what it stands for. A sequence
/// that Python does not know stands for itself.
std::optional<LiteralFault> appendEscape(TextCursor &cursor, std::string &text);

} // namespace tetherscope
