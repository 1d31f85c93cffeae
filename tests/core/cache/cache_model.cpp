// The cache against a std::map of counts, on random programs. As a libFuzzer target (clang++
// -fsanitize=fuzzer -DTETHERSCOPE_FUZZER) the programs are the fuzzer's.
#include "modelmachine.h"

#include <cstdint>
#include <random>
#include <vector>

#ifdef TETHERSCOPE_FUZZER

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    runOnBothPolicies({data, size});
    return 0;
}

#else

int main()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::uint8_t> program(2 * (random() % 2000));
        for (std::uint8_t &byte : program)
            byte = static_cast<std::uint8_t>(random());
        runOnBothPolicies(program);
    }
    return 0;
}

#endif
