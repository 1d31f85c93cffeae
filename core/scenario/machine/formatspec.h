#pragma once

#include "scenario/machine/interpreter.h"

#include <cstddef>
#include <optional>
#include <string>

/// What stands behind the colon of a replacement field, and what it makes of a value.
namespace tetherscope::vm {

/// `[[fill]align][sign][z][#][0][width][,|_][.precision][type]`
struct FormatSpec
{
    std::string fill = " ";
    char align = '<';
    char sign = 0; ///< 0 or '-': only of what is negative
    bool noNegativeZero = false;
    bool alternate = false;
    std::size_t width = 0;
    char grouping = 0; ///< ',' or '_'
    std::optional<std::size_t> precision;
    char32_t type = 0; ///< 0: of a float, that has no letter for what it is without one
};

/// A number in its parts; a text has a rest only.
struct NumberText
{
    std::string prefix; ///< the sign, and 0x
    std::string digits; ///< before the point
    std::string rest;
};

std::string padded(const FormatSpec &spec, const NumberText &number);

// ---- formatnumber.cpp
/// Requires: a type that a number has.
Value formatNumber(Interpreter &vm, const FormatSpec &spec, const Value &value);

} // namespace tetherscope::vm
