#include "scenario/machine/text.h"

#include "scenario/machine/operations.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>

namespace tetherscope::vm {

namespace {

/// `[[fill]align][sign][#][0][width][,][.precision][type]`
struct FormatSpec
{
    std::string fill = " ";
    char align = 0; ///< 0: as the type has it
    char sign = '-';
    bool alternate = false;
    std::size_t width = 0;
    char grouping = 0; ///< ',' or '_'
    std::optional<std::size_t> precision;
    char type = 0;
};

bool isAlign(char letter)
{
    return letter == '<' || letter == '>' || letter == '^' || letter == '=';
}

/// Reads a specification; nothing: it is not well formed. Its numbers go as far as CPython's Py_ssize_t.
class SpecReader
{
public:
    explicit SpecReader(std::string_view text)
        : m_rest(text)
    {
    }
    std::optional<FormatSpec> read()
    {
        readAlign();
        if (!m_rest.empty() && (m_rest[0] == '+' || m_rest[0] == '-' || m_rest[0] == ' '))
            m_spec.sign = take();
        if (!m_rest.empty() && m_rest[0] == '#')
            m_spec.alternate = take() == '#';
        if (!m_rest.empty() && m_rest[0] == '0') {
            take();
            if (m_spec.align == 0) {
                m_spec.align = '=';
                m_spec.fill = "0";
            }
        }
        m_spec.width = readNumber();
        if (!m_rest.empty() && (m_rest[0] == ',' || m_rest[0] == '_'))
            m_spec.grouping = take();
        if (!m_rest.empty() && m_rest[0] == '.') {
            take();
            if (m_rest.empty() || m_rest[0] < '0' || m_rest[0] > '9')
                return std::nullopt;
            m_spec.precision = readNumber();
        }
        if (!m_rest.empty())
            m_spec.type = take();
        return m_rest.empty() ? std::optional(m_spec) : std::nullopt;
    }
    bool overflows() const { return m_overflows; }

private:
    char take()
    {
        const char letter = m_rest.front();
        m_rest.remove_prefix(1);
        return letter;
    }
    void readAlign()
    {
        std::size_t fill = 1;
        while (fill < m_rest.size() && (static_cast<unsigned char>(m_rest[fill]) & 0xc0) == 0x80)
            ++fill;
        if (fill < m_rest.size() && isAlign(m_rest[fill])) {
            m_spec.fill = m_rest.substr(0, fill);
            m_spec.align = m_rest[fill];
            m_rest.remove_prefix(fill + 1);
        } else if (!m_rest.empty() && isAlign(m_rest[0])) {
            m_spec.align = take();
        }
    }
    std::size_t readNumber()
    {
        constexpr std::size_t largest = std::numeric_limits<std::ptrdiff_t>::max();
        std::size_t number = 0;
        while (!m_rest.empty() && m_rest[0] >= '0' && m_rest[0] <= '9') {
            const auto digit = static_cast<std::size_t>(take() - '0');
            m_overflows = m_overflows || number > (largest - digit) / 10;
            number = m_overflows ? 0 : number * 10 + digit;
        }
        return number;
    }

    std::string_view m_rest;
    FormatSpec m_spec;
    bool m_overflows = false;
};

std::size_t codePointsOf(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80 ? 1 : 0;
    return count;
}

std::string repeatedText(const std::string &text, std::size_t times)
{
    std::string all;
    for (std::size_t time = 0; time < times; ++time)
        all += text;
    return all;
}

/// `sign` stands before the filling where the alignment is '='.
std::string padded(const FormatSpec &spec, const std::string &sign, const std::string &text, char usualAlign)
{
    const std::size_t length = codePointsOf(sign) + codePointsOf(text);
    if (length >= spec.width)
        return sign + text;
    const std::size_t missing = spec.width - length;
    const char align = spec.align == 0 ? usualAlign : spec.align;
    const std::size_t before = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    const std::string left = repeatedText(spec.fill, before);
    const std::string right = repeatedText(spec.fill, missing - before);
    return align == '=' ? sign + left + text : left + sign + text + right;
}

std::string withGroups(const std::string &digits, char separator, std::size_t width)
{
    const std::size_t whole = std::min(digits.size(), digits.find_first_not_of("0123456789abcdefABCDEF"));
    std::string result = digits;
    for (std::size_t at = whole; separator != 0 && at > width; at -= width)
        result.insert(at - width, 1, separator);
    return result;
}

std::string signText(const FormatSpec &spec, bool negative)
{
    if (negative)
        return "-";
    return spec.sign == '-' ? std::string() : std::string(1, spec.sign);
}

std::string formatInteger(const FormatSpec &spec, std::int64_t value)
{
    const char type = spec.type == 0 ? 'd' : spec.type;
    const int base = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 10;
    const std::uint64_t magnitude =
        value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    char buffer[65];
    const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof buffer, magnitude, base);
    std::string digits(buffer, end.ptr);
    if (type == 'X') {
        for (char &digit : digits)
            digit = digit >= 'a' ? static_cast<char>(digit - 32) : digit;
    }
    const std::string prefix = spec.alternate && base != 10 ? std::string("0") + type : std::string();
    const std::string grouped = withGroups(digits, spec.grouping, base == 10 ? 3 : 4);
    return padded(spec, signText(spec, value < 0) + prefix, grouped, '>');
}

std::string digitsOf(double magnitude, std::chars_format format, std::size_t precision)
{
    std::string buffer(precision + 340, '\0');
    const std::to_chars_result end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                                   format, static_cast<int>(precision));
    return std::string(buffer.data(), end.ptr);
}

std::string realDigits(const FormatSpec &spec, double magnitude, char type)
{
    constexpr std::size_t mostSignificant = 767; // that a double can have
    const std::size_t precision = spec.precision.value_or(6);
    switch (type) {
    case 'e':
    case 'E':
        return digitsOf(magnitude, std::chars_format::scientific, precision);
    case '%':
        return digitsOf(magnitude * 100, std::chars_format::fixed, precision) + "%";
    case 'f':
    case 'F':
        return digitsOf(magnitude, std::chars_format::fixed, precision);
    case 0:
        if (!spec.precision)
            return realText(magnitude);
        [[fallthrough]];
    default: {
        std::string text = digitsOf(magnitude, std::chars_format::general,
                                    std::clamp<std::size_t>(precision, 1, mostSignificant));
        const bool whole = text.find_first_of(".e") == std::string::npos;
        return type == 0 && whole ? text + ".0" : text;
    }
    }
}

std::string formatReal(const FormatSpec &spec, double value)
{
    const bool negative = std::signbit(value) && !std::isnan(value);
    std::string digits;
    if (std::isfinite(value))
        digits = withGroups(realDigits(spec, std::fabs(value), spec.type), spec.grouping, 3);
    else
        digits = std::isnan(value) ? "nan" : "inf";
    if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G') {
        for (char &letter : digits)
            letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    }
    return padded(spec, signText(spec, negative), digits, '>');
}

Value unknownCode(Interpreter &vm, const FormatSpec &spec, const Value &value)
{
    return vm.raise(Type::ValueError, std::string("Unknown format code '") + spec.type +
                                          "' for object of type '" + vm.className(value) + "'");
}

Value formatText(Interpreter &vm, const FormatSpec &spec, const StringObject &text)
{
    if (spec.align == '=')
        return vm.raise(Type::ValueError, "'=' alignment not allowed in string format specifier");
    std::string shown = text.text();
    if (spec.precision && codePointsOf(shown) > *spec.precision) {
        std::size_t end = 0;
        for (std::size_t left = *spec.precision; end < shown.size(); ++end) {
            if ((static_cast<unsigned char>(shown[end]) & 0xc0) != 0x80 && left-- == 0)
                break;
        }
        shown.resize(end);
    }
    return vm.string(padded(spec, "", shown, '<'));
}

Value formatNumber(Interpreter &vm, const FormatSpec &spec, const Value &value)
{
    const std::string integerTypes = "dxXobn";
    const std::string realTypes = "eEfFgG%n";
    const bool asInteger =
        value.isIntegral() && (spec.type == 0 || integerTypes.find(spec.type) != std::string::npos);
    if (asInteger && value.isBool() && spec.type == 0)
        return vm.string(padded(spec, "", value.asBool() ? "1" : "0", '>'));
    if (asInteger && spec.precision)
        return vm.raise(Type::ValueError, "Precision not allowed in integer format specifier");
    if (asInteger)
        return vm.string(formatInteger(spec, value.asInt()));
    if (spec.type != 0 && realTypes.find(spec.type) == std::string::npos)
        return unknownCode(vm, spec, value);
    if (spec.precision.value_or(0) > std::size_t{std::numeric_limits<int>::max()})
        return vm.raise(Type::ValueError, "precision too big");
    const bool isCut = spec.type == 0 || spec.type == 'g' || spec.type == 'G' || spec.type == 'n';
    if (!isCut && !vm.fitsString(spec.precision.value_or(0)))
        return {};
    return vm.string(formatReal(spec, value.toDouble()));
}

/// What the specification says; nothing if that was an exception.
std::optional<FormatSpec> readSpec(Interpreter &vm, const Value &value, const std::string &text)
{
    SpecReader reader(text);
    std::optional<FormatSpec> spec = reader.read();
    if (reader.overflows()) {
        vm.raise(Type::ValueError, "Too many decimal digits in format string");
        return std::nullopt;
    }
    if (!spec)
        vm.raise(Type::ValueError,
                 "Invalid format specifier '" + text + "' for object of type '" + vm.className(value) + "'");
    return spec;
}

} // namespace

Value formatWith(Interpreter &vm, const Value &value, const std::string &text)
{
    const auto *string = value.to<StringObject>();
    if (!value.isNumber() && string == nullptr)
        return vm.raise(Type::TypeError,
                        "unsupported format string passed to " + vm.className(value) + ".__format__");
    const std::optional<FormatSpec> spec = readSpec(vm, value, text);
    if (!spec || !vm.fitsString(spec->width))
        return {};
    if (string == nullptr)
        return formatNumber(vm, *spec, value);
    return spec->type == 0 || spec->type == 's' ? formatText(vm, *spec, *string)
                                                : unknownCode(vm, *spec, value);
}

} // namespace tetherscope::vm
