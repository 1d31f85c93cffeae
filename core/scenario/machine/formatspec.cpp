#include "scenario/machine/formatspec.h"

#include "scenario/machine/text.h"
#include "syntax/unicode.h"

#include <charconv>
#include <cstddef>
#include <limits>
#include <string_view>

namespace tetherscope::vm {

namespace {

bool isAlign(char letter)
{
    return letter == '<' || letter == '>' || letter == '^' || letter == '=';
}

std::size_t codePointsOf(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += isContinuationByte(byte) ? 0 : 1;
    return count;
}

/// "'d'"
std::string typeCodeText(char32_t type)
{
    if (type > 32 && type < 128)
        return std::string("'") + static_cast<char>(type) + "'";
    char digits[8];
    const std::to_chars_result end =
        std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(type), 16);
    return "'\\x" + std::string(digits, end.ptr) + "'";
}

/// Reads a specification in CPython's order, and words what is wrong as it does. Numbers go as far as its
/// Py_ssize_t.
class SpecReader
{
public:
    SpecReader(std::string_view text, FormatSpec usual)
        : m_rest(text)
        , m_spec(std::move(usual))
    {
    }
    /// What is wrong; empty: nothing.
    std::string read(const std::string &typeName);
    const FormatSpec &spec() const { return m_spec; }

private:
    bool next(char letter)
    {
        const bool found = m_rest.starts_with(letter);
        m_rest.remove_prefix(found ? 1 : 0);
        return found;
    }
    void readAlign();
    void readSign();
    bool readNumber(std::size_t &number);
    std::string readGrouping();
    std::string wrongGrouping() const;

    std::string_view m_rest;
    FormatSpec m_spec;
    bool m_filled = false;
    bool m_aligned = false;
    bool m_overflows = false;
};

void SpecReader::readAlign()
{
    const std::size_t fill = m_rest.empty() ? 0 : codePointAt(m_rest, 0).length;
    m_filled = fill < m_rest.size() && isAlign(m_rest[fill]);
    m_aligned = m_filled || (!m_rest.empty() && isAlign(m_rest[0]));
    if (m_filled)
        m_spec.fill = m_rest.substr(0, fill);
    if (m_aligned) {
        m_spec.align = m_rest[m_filled ? fill : 0];
        m_rest.remove_prefix(m_filled ? fill + 1 : 1);
    }
}

void SpecReader::readSign()
{
    for (const char sign : {'+', '-', ' '}) {
        if (m_spec.sign == 0 && next(sign))
            m_spec.sign = sign;
    }
}

/// False: there are no digits.
bool SpecReader::readNumber(std::size_t &number)
{
    constexpr std::size_t largest = std::numeric_limits<std::ptrdiff_t>::max();
    const std::size_t before = m_rest.size();
    number = 0;
    for (; !m_rest.empty() && m_rest[0] >= '0' && m_rest[0] <= '9'; m_rest.remove_prefix(1)) {
        const auto digit = static_cast<std::size_t>(m_rest[0] - '0');
        m_overflows = m_overflows || number > (largest - digit) / 10;
        number = m_overflows ? 0 : number * 10 + digit;
    }
    return m_rest.size() < before;
}

std::string SpecReader::readGrouping()
{
    if (next(','))
        m_spec.grouping = ',';
    if (next('_')) {
        if (m_spec.grouping != 0)
            return "Cannot specify both ',' and '_'.";
        m_spec.grouping = '_';
    }
    return m_spec.grouping == '_' && next(',') ? "Cannot specify both ',' and '_'." : std::string();
}

std::string SpecReader::wrongGrouping() const
{
    constexpr std::u32string_view grouped = U"defgEG%F";
    constexpr std::u32string_view groupedByFour = U"boxX";
    const bool fits =
        m_spec.type == 0 || grouped.find(m_spec.type) != std::u32string_view::npos ||
        (m_spec.grouping == '_' && groupedByFour.find(m_spec.type) != std::u32string_view::npos);
    if (m_spec.grouping == 0 || fits)
        return {};
    return std::string("Cannot specify '") + m_spec.grouping + "' with " + typeCodeText(m_spec.type) + ".";
}

std::string SpecReader::read(const std::string &typeName)
{
    const std::string whole(m_rest);
    readAlign();
    readSign();
    m_spec.noNegativeZero = next('z');
    m_spec.alternate = next('#');
    if (!m_filled && next('0')) {
        m_spec.fill = "0";
        if (!m_aligned && m_spec.align == '>')
            m_spec.align = '=';
    }
    readNumber(m_spec.width);
    if (m_overflows)
        return "Too many decimal digits in format string";
    if (std::string wrong = readGrouping(); !wrong.empty())
        return wrong;
    if (next('.')) {
        if (!readNumber(m_spec.precision.emplace()))
            return m_overflows ? "Too many decimal digits in format string"
                               : "Format specifier missing precision";
    }
    if (m_overflows)
        return "Too many decimal digits in format string";
    if (codePointsOf(m_rest) > 1)
        return "Invalid format specifier '" + whole + "' for object of type '" + typeName + "'";
    if (!m_rest.empty())
        m_spec.type = codePointAt(m_rest, 0).value;
    return wrongGrouping();
}

Value unknownCode(Interpreter &vm, const FormatSpec &spec, const Value &value)
{
    return vm.raise(Type::ValueError, "Unknown format code " + typeCodeText(spec.type) +
                                          " for object of type '" + vm.className(value) + "'");
}

std::string wrongForText(const FormatSpec &spec)
{
    if (spec.sign != 0)
        return spec.sign == ' ' ? "Space not allowed in string format specifier"
                                : "Sign not allowed in string format specifier";
    if (spec.noNegativeZero)
        return "Negative zero coercion (z) not allowed in string format specifier";
    if (spec.alternate)
        return "Alternate form (#) not allowed in string format specifier";
    return spec.align == '=' ? "'=' alignment not allowed in string format specifier" : std::string();
}

Value formatText(Interpreter &vm, const FormatSpec &spec, const StringObject &text)
{
    if (const std::string wrong = wrongForText(spec); !wrong.empty())
        return vm.raise(Type::ValueError, wrong);
    std::string shown = text.text();
    if (spec.precision && codePointsOf(shown) > *spec.precision) {
        std::size_t end = 0;
        for (std::size_t left = *spec.precision; end < shown.size(); ++end) {
            if (!isContinuationByte(shown[end]) && left-- == 0)
                break;
        }
        shown.resize(end);
    }
    return vm.string(padded(spec, {{}, {}, std::move(shown)}));
}

std::string repeatedText(const std::string &text, std::size_t times)
{
    std::string all;
    for (std::size_t time = 0; time < times; ++time)
        all += text;
    return all;
}

} // namespace

/// The filling stands before, behind, or between the prefix and the digits.
std::string padded(const FormatSpec &spec, const NumberText &number)
{
    const std::size_t length =
        codePointsOf(number.prefix) + codePointsOf(number.digits) + codePointsOf(number.rest);
    const std::size_t missing = spec.width > length ? spec.width - length : 0;
    const std::size_t before = spec.align == '<' ? 0 : spec.align == '^' ? missing / 2 : missing;
    const std::string left = repeatedText(spec.fill, before);
    const std::string right = repeatedText(spec.fill, missing - before);
    return (spec.align == '=' ? number.prefix + left : left + number.prefix) + number.digits + number.rest +
           right;
}

Value formatWith(Interpreter &vm, const Value &value, const std::string &text)
{
    const auto *string = value.to<StringObject>();
    if (!value.isNumber() && string == nullptr)
        return vm.raise(Type::TypeError,
                        "unsupported format string passed to " + vm.className(value) + ".__format__");
    FormatSpec usual;
    usual.align = string != nullptr ? '<' : '>';
    usual.type = string != nullptr ? U's' : value.isIntegral() ? U'd' : 0;
    SpecReader reader(text, usual);
    if (const std::string wrong = reader.read(vm.className(value)); !wrong.empty())
        return vm.raise(Type::ValueError, wrong);
    const FormatSpec &spec = reader.spec();
    constexpr std::u32string_view ofIntegers = U"bcdoxXneEfFgG%";
    constexpr std::u32string_view ofReals = U"neEfFgG%";
    const std::u32string_view known = string != nullptr ? U"s" : value.isIntegral() ? ofIntegers : ofReals;
    if (spec.type != 0 && known.find(spec.type) == std::u32string_view::npos)
        return unknownCode(vm, spec, value);
    if (!vm.fitsString(spec.width))
        return {};
    return string == nullptr ? formatNumber(vm, spec, value) : formatText(vm, spec, *string);
}

} // namespace tetherscope::vm
