#include "scenario/machine/text.h"

#include "scenario/machine/letterkinds.h"
#include "syntax/unicode.h"

#include <charconv>
#include <cmath>

namespace tetherscope::vm {

namespace {

std::string hex(std::uint64_t number, std::size_t width)
{
    char digits[16];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, number, 16);
    std::string text(digits, end.ptr);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// One code point from the front of valid UTF-8.
std::pair<std::uint32_t, std::size_t> firstCodePoint(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint32_t point = length == 1 ? lead : lead & (0xffu >> (length + 1));
    for (std::size_t next = 1; next < length; ++next)
        point = point << 6 | (static_cast<unsigned char>(text[next]) & 0x3fu);
    return {point, length};
}

std::string escaped(std::uint32_t point)
{
    switch (point) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        break;
    }
    if (point < 0x100)
        return "\\x" + hex(point, 2);
    return point < 0x10000 ? "\\u" + hex(point, 4) : "\\U" + hex(point, 8);
}

/// "1.5e-07" from "1.5e-7": two digits at least.
std::string withPythonExponent(std::string text)
{
    const std::size_t e = text.find('e');
    if (e != std::string::npos && text.size() - e - 2 < 2)
        text.insert(e + 2, "0");
    return text;
}

} // namespace

/// The shortest text that reads back as the same number, laid out as Python does: plain between 1e-4 and
/// 1e16.
std::string realText(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    char digits[32];
    const double magnitude = std::fabs(value);
    const bool plain = value == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    const std::chars_format format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value, format);
    std::string text(digits, end.ptr);
    if (!plain)
        return withPythonExponent(std::move(text));
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

std::string quoted(const std::string &text)
{
    const bool doubleQuotes = text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
    const char quote = doubleQuotes ? '"' : '\'';
    std::string result(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = firstCodePoint(std::string_view(text).substr(at));
        if (point == static_cast<unsigned char>(quote) || point == '\\')
            result += '\\';
        if (isPrintable(point))
            result.append(text, at, length);
        else
            result += escaped(point);
        at += length;
    }
    return result + quote;
}

std::string escapedBeyondAscii(const std::string &text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = firstCodePoint(std::string_view(text).substr(at));
        result += point < 0x80 ? text.substr(at, 1) : escaped(point);
        at += length;
    }
    return result;
}

std::string addressText(std::uint64_t address)
{
    return "0x" + hex(address, 12);
}

std::string qualifiedClassName(const ClassObject &cls)
{
    return cls.builtin ? cls.qualifiedName : "__main__." + cls.qualifiedName;
}

std::string defaultText(Interpreter &vm, HeapObject &object)
{
    const std::string address = addressText(vm.heap().addressOf(object));
    return "<" + qualifiedClassName(vm.classOf(object)) + " object at " + address + ">";
}

std::string grouped(std::size_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, " ");
    return text;
}

} // namespace tetherscope::vm
