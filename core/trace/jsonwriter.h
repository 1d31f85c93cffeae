#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace tetherscope {

/// Writes one JSON value into a string, in the spacing of Python's json.dumps: `{"a": 1, "b": [2, 3]}`.
///
/// Texts are UTF-8 and stay so; only what JSON demands is escaped. Numbers do not depend on the locale.
/// Requires: calls come in an order that makes JSON; inside an object every value follows its key().
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(std::uint64_t number);
    /// Rounded to two decimals. Requires: finite.
    void value(double number);
    void null();

    void field(std::string_view name, std::string_view text)
    {
        key(name);
        value(text);
    }
    void field(std::string_view name, std::unsigned_integral auto number)
    {
        key(name);
        value(std::uint64_t{number});
    }

    const std::string &text() const { return m_text; }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string m_text;
    bool m_needsComma = false;
};

} // namespace tetherscope
