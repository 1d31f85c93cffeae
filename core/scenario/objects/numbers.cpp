#include "scenario/objects/numbers.h"

#include <cmath>

namespace tetherscope::vm {

namespace {

constexpr int hashBits = 61;
constexpr std::uint64_t hashModulus = (std::uint64_t{1} << hashBits) - 1;

int sign(bool lessThan, bool greater)
{
    return lessThan ? -1 : greater ? 1 : 0;
}

std::optional<int> compareMixed(std::int64_t integer, double real)
{
    constexpr double bound = 9223372036854775808.0; // 2^63
    if (std::isnan(real))
        return std::nullopt;
    if (real >= bound)
        return -1;
    if (real < -bound)
        return 1;
    const double floor = std::floor(real);
    const auto whole = static_cast<std::int64_t>(floor);
    if (integer != whole)
        return sign(integer < whole, true);
    return real > floor ? -1 : 0;
}

} // namespace

std::optional<int> compareNumbers(const Value &left, const Value &right)
{
    if (left.isIntegral() && right.isIntegral())
        return sign(left.asInt() < right.asInt(), left.asInt() > right.asInt());
    if (left.isIntegral())
        return compareMixed(left.asInt(), right.asFloat());
    if (right.isIntegral()) {
        const std::optional<int> order = compareMixed(right.asInt(), left.asFloat());
        return order ? std::optional(-*order) : std::nullopt;
    }
    const double mine = left.asFloat();
    const double theirs = right.asFloat();
    if (std::isnan(mine) || std::isnan(theirs))
        return std::nullopt;
    return sign(mine<theirs, mine> theirs);
}

std::int64_t hashOfInteger(std::int64_t value)
{
    const std::uint64_t magnitude =
        value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    auto hash = static_cast<std::int64_t>(magnitude % hashModulus);
    hash = value < 0 ? -hash : hash;
    return hash == -1 ? -2 : hash;
}

/// Source: _Py_HashDouble of CPython's Python/pyhash.c.
std::int64_t hashOfReal(double value)
{
    if (std::isinf(value))
        return value > 0 ? 314159 : -314159;
    if (std::isnan(value))
        return 0;
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    const int direction = mantissa < 0 ? -1 : 1;
    mantissa = std::fabs(mantissa);
    std::uint64_t hash = 0;
    while (mantissa != 0) {
        hash = ((hash << 28) & hashModulus) | hash >> (hashBits - 28);
        mantissa *= 268435456.0; // 2^28
        exponent -= 28;
        const auto digit = static_cast<std::uint64_t>(mantissa);
        mantissa -= static_cast<double>(digit);
        hash += digit;
        if (hash >= hashModulus)
            hash -= hashModulus;
    }
    const int shift = exponent >= 0 ? exponent % hashBits : hashBits - 1 - ((-1 - exponent) % hashBits);
    hash = ((hash << shift) & hashModulus) | hash >> (hashBits - shift);
    const std::int64_t result = direction * static_cast<std::int64_t>(hash);
    return result == -1 ? -2 : result;
}

} // namespace tetherscope::vm
