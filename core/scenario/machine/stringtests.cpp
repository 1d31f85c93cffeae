#include "scenario/machine/builtins.h"
#include "scenario/machine/letterkinds.h"
#include "scenario/machine/strings.h"
#include "scenario/objects/containers.h"
#include "syntax/unicode.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// A text as an argument of a template.
template<std::size_t size>
struct Name
{
    constexpr Name(const char (&given)[size])
    {
        std::copy_n(given, size, text);
    } // NOLINT: a literal is meant
    char text[size]{};
};

template<Name name, bool (*Test)(const std::string &text)>
Value ask(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, name.text, arguments, 1, 1))
        return {};
    return Value::boolean(Test(arguments[0].as<StringObject>().text()));
}

template<typename Test>
bool everyLetter(const std::string &text, Test &&test)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (!test(point.value))
            return false;
        at += point.length;
    }
    return true;
}

template<bool (*Test)(char32_t)>
bool every(const std::string &text)
{
    return !text.empty() && everyLetter(text, Test);
}

bool isDecimal(char32_t letter)
{
    return decimalDigit(letter).has_value();
}
bool isLetterOrNumber(char32_t letter)
{
    return isLetter(letter) || isNumeric(letter);
}

bool upperOnly(const std::string &text)
{
    return text == upperCase(text) && text != lowerCase(text);
}
bool lowerOnly(const std::string &text)
{
    return text == lowerCase(text) && text != upperCase(text);
}
bool titled(const std::string &text)
{
    return text == titleCase(text) && lowerCase(text) != upperCase(text);
}
bool ascii(const std::string &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char letter) { return (static_cast<unsigned char>(letter) & 0x80) != 0; });
}
bool printableOnly(const std::string &text)
{
    return everyLetter(text, isPrintable);
}
bool identifier(const std::string &text)
{
    return every<continuesIdentifier>(text) && !isDecimal(codePointAt(text, 0).value);
}

} // namespace

void addStringTests(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"isdigit", ask<"str.isdigit()", every<isDigit>>},
        {"isdecimal", ask<"str.isdecimal()", every<isDecimal>>},
        {"isnumeric", ask<"str.isnumeric()", every<isNumeric>>},
        {"isalpha", ask<"str.isalpha()", every<isLetter>>},
        {"isalnum", ask<"str.isalnum()", every<isLetterOrNumber>>},
        {"isspace", ask<"str.isspace()", every<isBlank>>},
        {"isupper", ask<"str.isupper()", upperOnly>},
        {"islower", ask<"str.islower()", lowerOnly>},
        {"istitle", ask<"str.istitle()", titled>},
        {"isascii", ask<"str.isascii()", ascii>},
        {"isprintable", ask<"str.isprintable()", printableOnly>},
        {"isidentifier", ask<"str.isidentifier()", identifier>},
    };
    addMethods(vm, Type::Str, methods);
}

} // namespace tetherscope::vm
