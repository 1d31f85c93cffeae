#include "layoutverdict.h"

#include <array>
#include <charconv>

namespace tetherscope::bench {
namespace {

/// With three digits behind the point, whatever the locale.
std::string number(double value)
{
    std::array<char, 64> digits{};
    char *const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 3).ptr;
    return {digits.data(), end};
}

} // namespace

std::string Verdicts::json() const
{
    std::string text = "{";
    for (const Verdict &verdict : m_verdicts) {
        text += text.size() > 1 ? ",\n " : "";
        text += "\"" + std::string(verdict.key) + "\": {\"value\": " + number(verdict.value) +
                ", \"target\": " + number(verdict.most) +
                ", \"met\": " + (verdict.value <= verdict.most ? "true" : "false") + "}";
    }
    return text + "}";
}

} // namespace tetherscope::bench
