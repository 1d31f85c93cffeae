#include "syntax/literals.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace tetherscope {

namespace {

constexpr std::uint64_t smallestMagnitude = std::uint64_t{1} << 63U;

constexpr bool isDecimalDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

LiteralFault noNumber(std::string_view text)
{
    const bool hasLetter = std::any_of(text.begin(), text.end(), [](char byte) {
        return !isDecimalDigit(byte) && byte != '_' && byte != '.';
    });
    const std::string hint =
        text.starts_with('0') ? ""
        : hasLetter ? "A name cannot begin with a digit; between a number and a word stands a blank."
                    : "An underscore stands between two digits.";
    return {'`' + std::string(beginningOf(text, 40)) + "` is no number.", hint};
}

/// The digits without their underscores, each of which must stand between two digits (or behind a base).
std::optional<std::string> withoutUnderscores(std::string_view text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            digits += text[i];
        } else if (i == 0 || i + 1 == text.size() || text[i - 1] == '_' || text[i + 1] == '_' ||
                   text[i - 1] == '.' || text[i + 1] == '.') {
            return std::nullopt;
        }
    }
    return digits;
}

NumberValue integerValue(std::string_view whole, std::string_view digits, int base)
{
    std::uint64_t magnitude = 0;
    const std::from_chars_result result =
        std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
    if (digits.empty() || result.ptr != digits.data() + digits.size() ||
        result.ec == std::errc::invalid_argument) {
        return noNumber(whole);
    }
    if (result.ec == std::errc::result_out_of_range || magnitude > smallestMagnitude) {
        return LiteralFault{"This integer does not fit into 64 bits.",
                            "Integers go from -9223372036854775808 to 9223372036854775807."};
    }
    if (magnitude == smallestMagnitude) {
        return SmallestInteger{};
    }
    return static_cast<std::int64_t>(magnitude);
}

int baseOf(std::string_view text)
{
    switch (text.size() > 1 && text.front() == '0' ? text[1] | 0x20 : 0) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 10;
    }
}

/// What a number beyond a double's range rounds to. `digits` is well-formed.
double overflowed(std::string_view digits)
{
    const std::size_t exponentAt = std::min(digits.find_first_of("eE"), digits.size());
    const std::string_view mantissa = digits.substr(0, exponentAt);
    const std::size_t firstDigit = mantissa.find_first_of("123456789");
    if (firstDigit == std::string_view::npos) {
        return 0.0;
    }
    const bool negativeExponent = digits.substr(exponentAt).find('-') != std::string_view::npos;
    const bool startsBelowOne = firstDigit > std::min(mantissa.find('.'), mantissa.size());
    const bool hasExponent = exponentAt < digits.size();
    const bool tiny = hasExponent ? negativeExponent : startsBelowOne;
    return tiny ? 0.0 : std::numeric_limits<double>::infinity();
}

NumberValue floatValue(std::string_view whole, std::string_view digits)
{
    double value = 0;
    const std::from_chars_result result =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ptr != digits.data() + digits.size() || result.ec == std::errc::invalid_argument) {
        return noNumber(whole);
    }
    return result.ec == std::errc::result_out_of_range ? overflowed(digits) : value;
}

bool allZero(std::string_view digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char digit) { return digit == '0'; });
}

NumberValue decimalValue(std::string_view whole, std::string_view digits)
{
    const bool isInteger = std::all_of(digits.begin(), digits.end(), isDecimalDigit);
    if (!isInteger) {
        return floatValue(whole, digits);
    }
    if (digits.size() > 1 && digits.front() == '0' && !allZero(digits)) {
        return LiteralFault{"An integer cannot begin with 0.",
                            "Write 0o for an octal number, or leave the zeros out."};
    }
    return integerValue(whole, digits, 10);
}

struct EscapeCode
{
    char letter;
    char meaning;
};

constexpr EscapeCode simpleEscapes[] = {
    {'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'a', '\a'}, {'b', '\b'},
    {'f', '\f'},  {'n', '\n'},  {'r', '\r'}, {'t', '\t'}, {'v', '\v'},
};

/// Appends the code point that up to `most` digits stand for; hexadecimal ones must be all there.
std::optional<LiteralFault> appendNumbered(TextCursor &cursor, std::string &text, std::uint32_t most,
                                           int base)
{
    const std::string_view digits = cursor.rest().substr(0, most);
    std::uint32_t value = 0;
    const char *const end = std::from_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
    const auto length = static_cast<std::uint32_t>(end - digits.data());
    if (base == 16 && length != most) {
        return LiteralFault{"This escape sequence needs " + std::to_string(most) + " hexadecimal digits.",
                            {}};
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return LiteralFault{"This escape sequence stands for no character.", {}};
    }
    cursor.advance(length);
    appendUtf8(text, value);
    return std::nullopt;
}

} // namespace

NumberValue numberValue(std::string_view text)
{
    const char last = static_cast<char>(text.back() | 0x20);
    const int base = baseOf(text);
    if (base != 10) {
        // An underscore may follow the base directly: 0x_ff.
        const std::size_t skipped = text.substr(2).starts_with('_') ? 3 : 2;
        const std::optional<std::string> digits = withoutUnderscores(text.substr(skipped));
        return digits ? integerValue(text, *digits, base) : noNumber(text);
    }
    const std::optional<std::string> digits = withoutUnderscores(text);
    if (last == 'j' && digits &&
        std::holds_alternative<double>(floatValue(text, digits->substr(0, digits->size() - 1)))) {
        return LiteralFault{"Complex numbers are outside the scenario language.", "Use a float."};
    }
    return digits ? decimalValue(text, *digits) : noNumber(text);
}

std::optional<LiteralFault> appendEscape(TextCursor &cursor, std::string &text)
{
    const char letter = cursor.peek(1);
    for (const EscapeCode &code : simpleEscapes) {
        if (code.letter == letter) {
            text += code.meaning;
            cursor.advance(2);
            return std::nullopt;
        }
    }
    if (letter >= '0' && letter <= '7') {
        cursor.advance(1);
        return appendNumbered(cursor, text, 3, 8);
    }
    switch (letter) {
    case '\n':
        cursor.advance(2);
        return std::nullopt;
    case 'x':
        cursor.advance(2);
        return appendNumbered(cursor, text, 2, 16);
    case 'u':
        cursor.advance(2);
        return appendNumbered(cursor, text, 4, 16);
    case 'U':
        cursor.advance(2);
        return appendNumbered(cursor, text, 8, 16);
    case 'N':
        return LiteralFault{"Characters by name (`\\N{…}`) are outside the scenario language.",
                            "Write the character itself, or `\\u` and its four hexadecimal digits."};
    default:
        text += '\\';
        cursor.advance(1);
        return std::nullopt;
    }
}

} // namespace tetherscope
