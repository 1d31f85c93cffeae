#include "scenario/machine/formatspec.h"
#include "scenario/machine/text.h"
#include "syntax/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace tetherscope::vm {

namespace {

std::string signText(const FormatSpec &spec, bool negative)
{
    if (negative)
        return "-";
    return spec.sign == 0 || spec.sign == '-' ? std::string() : std::string(1, spec.sign);
}

std::string withGroups(const std::string &digits, char separator, std::size_t width)
{
    std::string result = digits;
    for (std::size_t at = digits.size(); separator != 0 && at > width; at -= width)
        result.insert(at - width, 1, separator);
    return result;
}

/// Zeros that fill are digits: they are grouped, too, and rather one too many than a separator in front.
void group(const FormatSpec &spec, NumberText &number, std::size_t width)
{
    const std::size_t other = number.prefix.size() + number.rest.size();
    const bool filled = spec.fill == "0" && spec.align == '=' && !number.digits.empty() && spec.width > other;
    if (filled) {
        const std::size_t wanted = spec.width - other;
        const std::size_t digits = spec.grouping == 0 ? wanted : wanted - (wanted - 1) / (width + 1);
        if (digits > number.digits.size())
            number.digits.insert(0, digits - number.digits.size(), '0');
    }
    number.digits = withGroups(number.digits, spec.grouping, width);
}

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

std::string inCapitals(std::string text)
{
    for (char &letter : text)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    return text;
}

std::string formatInteger(const FormatSpec &spec, std::int64_t value)
{
    const auto type = static_cast<char>(spec.type);
    const int base = lowered(type) == 'x' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 10;
    const std::uint64_t magnitude =
        value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    char buffer[65];
    const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof buffer, magnitude, base);
    const std::string digits(buffer, end.ptr);
    const std::string prefix = spec.alternate && base != 10 ? std::string("0") + type : std::string();
    NumberText number{signText(spec, value < 0) + prefix, type == 'X' ? inCapitals(digits) : digits, {}};
    group(spec, number, base == 10 ? 3 : 4);
    return padded(spec, number);
}

/// `c`: the letter of that number.
Value formatLetter(Interpreter &vm, const FormatSpec &spec, std::int64_t value)
{
    if (spec.sign != 0)
        return vm.raise(Type::ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return vm.raise(Type::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (value < 0 || value > 0x10FFFF)
        return vm.raise(Type::OverflowError, "%c arg not in range(0x110000)");
    if (value >= 0xD800 && value <= 0xDFFF)
        return vm.halt("A surrogate is outside the scenario language: it is half a letter.");
    std::string letter;
    appendUtf8(letter, static_cast<char32_t>(value));
    return vm.string(padded(spec, {{}, {}, std::move(letter)}));
}

// ---------------------------------------------------------------- floats

std::string digitsOf(double magnitude, std::chars_format format, std::size_t precision)
{
    std::string buffer(precision + 340, '\0');
    const std::to_chars_result end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                                   format, static_cast<int>(precision));
    return std::string(buffer.data(), end.ptr);
}

std::string withPoint(const std::string &text)
{
    if (text.find('.') != std::string::npos)
        return text;
    std::string result = text;
    return result.insert(std::min(text.find('e'), text.size()), 1, '.');
}

std::string withoutLastZeros(const std::string &text)
{
    if (text.find('.') == std::string::npos)
        return text;
    const std::size_t end = std::min(text.find('e'), text.size());
    std::size_t kept = end;
    while (kept > 0 && text[kept - 1] == '0')
        --kept;
    kept -= kept > 0 && text[kept - 1] == '.' ? 1 : 0;
    return text.substr(0, kept) + text.substr(end);
}

/// `g`: so many digits in all, with an exponent where the number needs more of them, or many zeros. Without
/// any type there is one digit behind the point at least, and it counts.
std::string generalDigits(const FormatSpec &spec, double magnitude)
{
    constexpr std::size_t mostSignificant = 767; // that a double can have
    const std::size_t asked = std::max<std::size_t>(spec.precision.value_or(6), 1);
    const std::size_t precision = spec.alternate ? asked : std::min(asked, mostSignificant);
    const std::string scientific = digitsOf(magnitude, std::chars_format::scientific, precision - 1);
    const int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
    const bool untyped = spec.type == 0;
    const auto before = static_cast<std::ptrdiff_t>(asked) - (untyped ? 1 : 0);
    if (exponent < -4 || exponent >= before)
        return spec.alternate ? withPoint(scientific) : withoutLastZeros(scientific);
    const auto behind = static_cast<std::ptrdiff_t>(precision) - 1 - exponent;
    const std::string fixed = digitsOf(magnitude, std::chars_format::fixed,
                                       static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind, 0)));
    if (spec.alternate)
        return withPoint(fixed);
    const std::string shortest = withoutLastZeros(fixed);
    return untyped && shortest.find('.') == std::string::npos ? shortest + ".0" : shortest;
}

std::string realDigits(const FormatSpec &spec, double magnitude)
{
    const std::size_t precision = spec.precision.value_or(6);
    if (std::isnan(magnitude) || std::isinf(magnitude))
        return std::isnan(magnitude) ? "nan" : "inf";
    switch (spec.type) {
    case U'e':
    case U'E':
    case U'f':
    case U'F':
    case U'%': {
        const bool exponent = spec.type == U'e' || spec.type == U'E';
        const std::string text = digitsOf(
            magnitude, exponent ? std::chars_format::scientific : std::chars_format::fixed, precision);
        return spec.alternate ? withPoint(text) : text;
    }
    case 0:
        if (!spec.precision)
            return spec.alternate ? withPoint(realText(magnitude)) : realText(magnitude);
        [[fallthrough]];
    default:
        return generalDigits(spec, magnitude);
    }
}

bool isZero(const std::string &digits)
{
    return std::all_of(digits.begin(),
                       digits.begin() +
                           static_cast<std::ptrdiff_t>(std::min(digits.find('e'), digits.size())),
                       [](char letter) { return letter == '0' || letter == '.'; });
}

std::string formatReal(const FormatSpec &spec, double value)
{
    const double shown = spec.type == U'%' ? value * 100 : value;
    std::string digits = realDigits(spec, std::fabs(shown));
    const bool negative =
        std::signbit(value) && !std::isnan(value) && !(spec.noNegativeZero && isZero(digits));
    if (spec.type == U'E' || spec.type == U'F' || spec.type == U'G')
        digits = inCapitals(std::move(digits));
    if (spec.type == U'%')
        digits += '%';
    const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    NumberText number{signText(spec, negative), digits.substr(0, whole), digits.substr(whole)};
    group(spec, number, 3);
    return padded(spec, number);
}

} // namespace

Value formatNumber(Interpreter &vm, const FormatSpec &spec, const Value &value)
{
    constexpr std::u32string_view integerTypes = U"bcdoxXn";
    const std::size_t precision = spec.precision.value_or(0);
    if (value.isIntegral() && integerTypes.find(spec.type) != std::u32string_view::npos) {
        if (spec.precision)
            return vm.raise(Type::ValueError, "Precision not allowed in integer format specifier");
        if (spec.noNegativeZero)
            return vm.raise(Type::ValueError,
                            "Negative zero coercion (z) not allowed in integer format specifier");
        return spec.type == U'c' ? formatLetter(vm, spec, value.asInt())
                                 : vm.string(formatInteger(spec, value.asInt()));
    }
    if (precision > std::size_t{std::numeric_limits<int>::max()})
        return vm.raise(Type::ValueError, "precision too big");
    const bool isCut = spec.type == 0 || spec.type == U'g' || spec.type == U'G' || spec.type == U'n';
    if ((!isCut || spec.alternate) && !vm.fitsString(precision))
        return {};
    return vm.string(formatReal(spec, value.toDouble()));
}

} // namespace tetherscope::vm
