// What the fuzzers check, without a fuzzer: on each of the files named, and on scenarios made from them. The
// same in each run.
#include "mutator.h"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

using namespace tetherscope;

namespace {

constexpr int changesOfEach = 30;

std::string contentOf(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void examine(const std::string &text)
{
    const std::basic_string<std::uint8_t> bytes(text.begin(), text.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int count, char **arguments)
{
    Chance chance(1);
    for (const char *path : std::span(arguments, static_cast<std::size_t>(count)).subspan(1)) {
        std::string text = contentOf(path);
        if (text.empty())
            return std::fprintf(stderr, "empty or not to be read: %s\n", path), 1;
        std::fprintf(stderr, "%s\n", path); // the last line says where a crash was
        examine(text);
        for (int change = 0; change < changesOfEach; ++change)
            examine(text = changedScenario(text, chance));
    }
    return 0;
}
