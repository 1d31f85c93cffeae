// How libFuzzer changes scenarios: three times of four along the grammar, else byte by byte and with words of
// the dictionary.
#include "mutator.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

using namespace tetherscope;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t maxSize);

namespace {

/// Back into libFuzzer's buffer, cut at the end of a line where it is too long.
std::size_t handedBack(const std::string &text, std::uint8_t *data, std::size_t maxSize)
{
    std::size_t size = text.size();
    if (size > maxSize)
        size =
            text.rfind('\n', maxSize - 1) == std::string::npos ? maxSize : text.rfind('\n', maxSize - 1) + 1;
    std::memcpy(data, text.data(), size);
    return size;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t maxSize,
                                               unsigned int seed)
{
    Chance chance(seed);
    if (below(4, chance) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::string text(data, data + size);
    for (std::size_t changes = 1 + below(4, chance); changes > 0; --changes)
        text = changedScenario(text, chance);
    return handedBack(text, data, maxSize);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t *first, std::size_t firstSize,
                                                 const std::uint8_t *second, std::size_t secondSize,
                                                 std::uint8_t *out, std::size_t maxOutSize, unsigned int seed)
{
    Chance chance(seed);
    return handedBack(crossedScenarios({first, first + firstSize}, {second, second + secondSize}, chance),
                      out, maxOutSize);
}
