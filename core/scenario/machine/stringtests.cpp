#include "scenario/machine/builtins.h"
#include "scenario/machine/strings.h"
#include "scenario/objects/containers.h"

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

bool digit(char letter)
{
    return letter >= '0' && letter <= '9';
}
bool alpha(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (static_cast<unsigned char>(letter) & 0x80) != 0;
}
bool alphaOrDigit(char letter)
{
    return alpha(letter) || digit(letter);
}
bool blank(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r') || (letter >= '\x1c' && letter <= '\x1f');
}
bool ofName(char letter)
{
    return alphaOrDigit(letter) || letter == '_';
}

template<bool (*Test)(char)>
bool every(const std::string &text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), Test);
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
    return std::none_of(text.begin(), text.end(), [](char letter) {
        return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f';
    });
}
bool identifier(const std::string &text)
{
    return every<ofName>(text) && !digit(text.front());
}

} // namespace

void addStringTests(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"isdigit", ask<"str.isdigit()", every<digit>>},
        {"isdecimal", ask<"str.isdecimal()", every<digit>>},
        {"isnumeric", ask<"str.isnumeric()", every<digit>>},
        {"isalpha", ask<"str.isalpha()", every<alpha>>},
        {"isalnum", ask<"str.isalnum()", every<alphaOrDigit>>},
        {"isspace", ask<"str.isspace()", every<blank>>},
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
