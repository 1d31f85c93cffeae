// What the fuzzers check, without a fuzzer: of each of the files named, and of scenarios made from them, as
// many of each as is said; the same in each run with the same seed. Usage: replay_TARGET SEED COUNT FILE…
#include "mutator.h"

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

using namespace tetherscope;

namespace {

constexpr std::size_t longest = 8'192;

std::string examined; ///< the text at work; empty: none

std::string contentOf(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::uint32_t numberOf(const char *text)
{
    std::uint32_t number = 0;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

/// What does not hold ends the program: the text is its last word.
void sayExamined()
{
    if (!examined.empty())
        std::fprintf(stderr, "it is so with this text:\n%s", examined.c_str());
}

void examine(const std::string &text)
{
    const std::basic_string<std::uint8_t> bytes(text.begin(), text.end());
    examined = text;
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    examined.clear();
}

void examineChanges(const std::string &original, std::uint32_t count, Chance &chance)
{
    std::string text = original;
    for (std::uint32_t change = 0; change < count; ++change) {
        text = text.size() > longest || below(20, chance) == 0 ? original : changedScenario(text, chance);
        examine(text);
    }
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 4)
        return std::fprintf(stderr, "usage: %s SEED COUNT FILE…\n", arguments[0]), 2;
    std::atexit(sayExamined);
    Chance chance(numberOf(arguments[1]));
    for (const char *path : std::span(arguments, static_cast<std::size_t>(count)).subspan(3)) {
        const std::string text = contentOf(path);
        if (text.empty())
            return std::fprintf(stderr, "empty or not to be read: %s\n", path), 1;
        std::fprintf(stderr, "%s\n", path); // the last line says where a crash was
        examine(text);
        examineChanges(text, numberOf(arguments[2]), chance);
    }
    return 0;
}
