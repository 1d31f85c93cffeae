#include "scenario/machine/builtins.h"
#include "scenario/machine/strings.h"
#include "scenario/objects/containers.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

template<bool (*Test)(const std::string &text)>
Value ask(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "str.test()", arguments, 1, 1))
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
        {"isdigit", ask<every<digit>>},
        {"isdecimal", ask<every<digit>>},
        {"isnumeric", ask<every<digit>>},
        {"isalpha", ask<every<alpha>>},
        {"isalnum", ask<every<alphaOrDigit>>},
        {"isspace", ask<every<blank>>},
        {"isupper", ask<upperOnly>},
        {"islower", ask<lowerOnly>},
        {"istitle", ask<titled>},
        {"isascii", ask<ascii>},
        {"isprintable", ask<printableOnly>},
        {"isidentifier", ask<identifier>},
    };
    addMethods(vm, Type::Str, methods);
}

} // namespace tetherscope::vm
