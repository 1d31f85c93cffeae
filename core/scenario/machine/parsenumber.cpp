#include "scenario/machine/parsenumber.h"

#include "scenario/machine/letterkinds.h"
#include "scenario/machine/text.h"
#include "syntax/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tetherscope::vm {

namespace {

std::string stripped(const std::string &text)
{
    constexpr const char *blanks = " \t\n\r\f\v";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Digits with single underscores between them, as literals have them; empty: not well formed.
std::string withoutUnderscores(const std::string &text)
{
    if (text.starts_with('_') || text.ends_with('_') || text.find("__") != std::string::npos)
        return {};
    std::string digits = text;
    std::erase(digits, '_');
    return digits;
}

/// Blanks and digits of all scripts as those of ASCII.
std::string inAscii(const std::string &text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (point.value < 0x80)
            result += text[at];
        else if (const std::optional<int> digit = decimalDigit(point.value))
            result += static_cast<char>('0' + *digit);
        else
            result += isBlank(point.value) ? ' ' : '?';
        at += point.length;
    }
    return result;
}

/// Without a base of its own a number may not begin with a zero: a reader might take it for an octal one.
bool hasOldOctalForm(const std::string &digits, int asked)
{
    return asked == 0 && digits.starts_with('0') && digits.find_first_not_of("0_") != std::string::npos;
}

/// Takes "0x", "0o", "0b" off, where the base allows or asks for it.
int takePrefix(std::string &digits, int base)
{
    static constexpr std::pair<char, int> prefixes[] = {{'x', 16}, {'o', 8}, {'b', 2}};
    if (digits.size() > 2 && digits[0] == '0') {
        for (const auto &[letter, itsBase] : prefixes) {
            if ((digits[1] | 0x20) == letter && (base == 0 || base == itsBase)) {
                digits.erase(0, 2);
                return itsBase;
            }
        }
    }
    return base == 0 ? 10 : base;
}

} // namespace

std::optional<int> baseFrom(Interpreter &vm, const Value &value)
{
    if (!value.isIntegral())
        vm.raise(Type::TypeError, "'" + vm.className(value) + "' object cannot be interpreted as an integer");
    else if (value.asInt() != 0 && (value.asInt() < 2 || value.asInt() > 36))
        vm.raise(Type::ValueError, "int() base must be >= 2 and <= 36, or 0");
    else
        return static_cast<int>(value.asInt());
    return std::nullopt;
}

Value integerFromText(Interpreter &vm, const std::string &text, int asked)
{
    std::string digits = stripped(inAscii(text));
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.erase(0, 1);
    const int base = takePrefix(digits, asked);
    const bool oldOctal = base == 10 && hasOldOctalForm(digits, asked);
    digits = withoutUnderscores(digits);
    std::int64_t number = 0;
    const std::string signedDigits = (negative ? "-" : "") + digits;
    const char *end = signedDigits.data() + signedDigits.size();
    const auto [stop, error] = std::from_chars(signedDigits.data(), end, number, base);
    if (digits.empty() || digits.front() == '-' || oldOctal || stop != end ||
        error == std::errc::invalid_argument)
        return vm.raise(Type::ValueError,
                        "invalid literal for int() with base " + std::to_string(asked) + ": " + quoted(text));
    if (error == std::errc::result_out_of_range)
        return vm.halt("An integer grows beyond 64 bits: larger ones are outside the scenario language.");
    return Value::integer(number);
}

Value realFromText(Interpreter &vm, const std::string &text)
{
    std::string digits = withoutUnderscores(stripped(inAscii(text)));
    if (digits.starts_with('+') && !digits.starts_with("+-"))
        digits.erase(0, 1);
    std::transform(digits.begin(), digits.end(), digits.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
    });
    double number = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    const bool hexadecimal = digits.find('(') != std::string::npos;
    if (digits.empty() || stop != end || hexadecimal || error == std::errc::invalid_argument)
        return vm.raise(Type::ValueError, "could not convert string to float: " + quoted(text));
    if (error == std::errc::result_out_of_range)
        number =
            digits.find("e-") != std::string::npos ? 0 : (digits.starts_with('-') ? -HUGE_VAL : HUGE_VAL);
    return Value::real(number);
}

Value integerFromReal(Interpreter &vm, double asked, double whole)
{
    if (std::isnan(asked))
        return vm.raise(Type::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(asked))
        return vm.raise(Type::OverflowError, "cannot convert float infinity to integer");
    constexpr double bound = 9223372036854775808.0; // 2^63
    if (whole >= bound || whole < -bound)
        return vm.halt("An integer grows beyond 64 bits: larger ones are outside the scenario language.");
    return Value::integer(static_cast<std::int64_t>(whole));
}

double roundedByText(double value, int digits)
{
    char text[400];
    const std::to_chars_result end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, digits);
    double rounded = value;
    std::from_chars(text, end.ptr, rounded);
    return rounded;
}

} // namespace tetherscope::vm
