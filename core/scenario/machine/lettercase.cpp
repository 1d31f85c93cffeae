#include "scenario/machine/lettercase.h"

#include "syntax/unicode.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tetherscope::vm {

namespace {

/// Letters at equal distances whose other case is equally far from each.
struct CaseRun
{
    char32_t first;
    char32_t last;
    char32_t stride;
    int offset;
};

/// A letter that becomes another one than by the runs, or several.
struct Special
{
    char32_t letter;
    std::u32string_view becomes;
};

// Both tables from the mappings of CPython 3.11, sorted.

constexpr CaseRun uppers[] = {
    {0x61, 0x7A, 1, -32},     {0xB5, 0xB5, 1, 743},   {0xE0, 0xF6, 1, -32},    {0xF8, 0xFE, 1, -32},
    {0xFF, 0xFF, 1, 121},     {0x101, 0x12F, 2, -1},  {0x131, 0x131, 1, -232}, {0x133, 0x137, 2, -1},
    {0x13A, 0x148, 2, -1},    {0x14B, 0x177, 2, -1},  {0x17A, 0x17E, 2, -1},   {0x17F, 0x17F, 1, -300},
    {0x180, 0x180, 1, 195},   {0x183, 0x185, 2, -1},  {0x188, 0x188, 1, -1},   {0x18C, 0x18C, 1, -1},
    {0x192, 0x192, 1, -1},    {0x195, 0x195, 1, 97},  {0x199, 0x199, 1, -1},   {0x19A, 0x19A, 1, 163},
    {0x19E, 0x19E, 1, 130},   {0x1A1, 0x1A5, 2, -1},  {0x1A8, 0x1A8, 1, -1},   {0x1AD, 0x1AD, 1, -1},
    {0x1B0, 0x1B0, 1, -1},    {0x1B4, 0x1B6, 2, -1},  {0x1B9, 0x1B9, 1, -1},   {0x1BD, 0x1BD, 1, -1},
    {0x1BF, 0x1BF, 1, 56},    {0x1C5, 0x1C5, 1, -1},  {0x1C6, 0x1C6, 1, -2},   {0x1C8, 0x1C8, 1, -1},
    {0x1C9, 0x1C9, 1, -2},    {0x1CB, 0x1CB, 1, -1},  {0x1CC, 0x1CC, 1, -2},   {0x1CE, 0x1DC, 2, -1},
    {0x1DD, 0x1DD, 1, -79},   {0x1DF, 0x1EF, 2, -1},  {0x1F2, 0x1F2, 1, -1},   {0x1F3, 0x1F3, 1, -2},
    {0x1F5, 0x1F5, 1, -1},    {0x1F9, 0x21F, 2, -1},  {0x223, 0x233, 2, -1},   {0x23C, 0x23C, 1, -1},
    {0x23F, 0x240, 1, 10815}, {0x242, 0x242, 1, -1},  {0x247, 0x24F, 2, -1},   {0x371, 0x373, 2, -1},
    {0x377, 0x377, 1, -1},    {0x37B, 0x37D, 1, 130}, {0x3AC, 0x3AC, 1, -38},  {0x3AD, 0x3AF, 1, -37},
    {0x3B1, 0x3C1, 1, -32},   {0x3C2, 0x3C2, 1, -31}, {0x3C3, 0x3CB, 1, -32},  {0x3CC, 0x3CC, 1, -64},
    {0x3CD, 0x3CE, 1, -63},   {0x3D0, 0x3D0, 1, -62}, {0x3D1, 0x3D1, 1, -57},  {0x3D5, 0x3D5, 1, -47},
    {0x3D6, 0x3D6, 1, -54},   {0x3D7, 0x3D7, 1, -8},  {0x3D9, 0x3EF, 2, -1},   {0x3F0, 0x3F0, 1, -86},
    {0x3F1, 0x3F1, 1, -80},   {0x3F2, 0x3F2, 1, 7},   {0x3F3, 0x3F3, 1, -116}, {0x3F5, 0x3F5, 1, -96},
    {0x3F8, 0x3F8, 1, -1},    {0x3FB, 0x3FB, 1, -1},  {0x430, 0x44F, 1, -32},  {0x450, 0x45F, 1, -80},
    {0x461, 0x481, 2, -1},    {0x48B, 0x4BF, 2, -1},  {0x4C2, 0x4CE, 2, -1},   {0x4CF, 0x4CF, 1, -15},
    {0x4D1, 0x52F, 2, -1},    {0x561, 0x586, 1, -48}, {0x1E01, 0x1E95, 2, -1}, {0x1E9B, 0x1E9B, 1, -59},
    {0x1EA1, 0x1EFF, 2, -1},
};

constexpr CaseRun lowers[] = {
    {0x41, 0x5A, 1, 32},      {0xC0, 0xD6, 1, 32},      {0xD8, 0xDE, 1, 32},     {0x100, 0x12E, 2, 1},
    {0x132, 0x136, 2, 1},     {0x139, 0x147, 2, 1},     {0x14A, 0x176, 2, 1},    {0x178, 0x178, 1, -121},
    {0x179, 0x17D, 2, 1},     {0x181, 0x181, 1, 210},   {0x182, 0x184, 2, 1},    {0x186, 0x186, 1, 206},
    {0x187, 0x187, 1, 1},     {0x189, 0x18A, 1, 205},   {0x18B, 0x18B, 1, 1},    {0x18E, 0x18E, 1, 79},
    {0x18F, 0x18F, 1, 202},   {0x190, 0x190, 1, 203},   {0x191, 0x191, 1, 1},    {0x193, 0x193, 1, 205},
    {0x194, 0x194, 1, 207},   {0x196, 0x196, 1, 211},   {0x197, 0x197, 1, 209},  {0x198, 0x198, 1, 1},
    {0x19C, 0x19C, 1, 211},   {0x19D, 0x19D, 1, 213},   {0x19F, 0x19F, 1, 214},  {0x1A0, 0x1A4, 2, 1},
    {0x1A6, 0x1A6, 1, 218},   {0x1A7, 0x1A7, 1, 1},     {0x1A9, 0x1A9, 1, 218},  {0x1AC, 0x1AC, 1, 1},
    {0x1AE, 0x1AE, 1, 218},   {0x1AF, 0x1AF, 1, 1},     {0x1B1, 0x1B2, 1, 217},  {0x1B3, 0x1B5, 2, 1},
    {0x1B7, 0x1B7, 1, 219},   {0x1B8, 0x1B8, 1, 1},     {0x1BC, 0x1BC, 1, 1},    {0x1C4, 0x1C4, 1, 2},
    {0x1C5, 0x1C5, 1, 1},     {0x1C7, 0x1C7, 1, 2},     {0x1C8, 0x1C8, 1, 1},    {0x1CA, 0x1CA, 1, 2},
    {0x1CB, 0x1DB, 2, 1},     {0x1DE, 0x1EE, 2, 1},     {0x1F1, 0x1F1, 1, 2},    {0x1F2, 0x1F4, 2, 1},
    {0x1F6, 0x1F6, 1, -97},   {0x1F7, 0x1F7, 1, -56},   {0x1F8, 0x21E, 2, 1},    {0x220, 0x220, 1, -130},
    {0x222, 0x232, 2, 1},     {0x23A, 0x23A, 1, 10795}, {0x23B, 0x23B, 1, 1},    {0x23D, 0x23D, 1, -163},
    {0x23E, 0x23E, 1, 10792}, {0x241, 0x241, 1, 1},     {0x243, 0x243, 1, -195}, {0x244, 0x244, 1, 69},
    {0x245, 0x245, 1, 71},    {0x246, 0x24E, 2, 1},     {0x370, 0x372, 2, 1},    {0x376, 0x376, 1, 1},
    {0x37F, 0x37F, 1, 116},   {0x386, 0x386, 1, 38},    {0x388, 0x38A, 1, 37},   {0x38C, 0x38C, 1, 64},
    {0x38E, 0x38F, 1, 63},    {0x391, 0x3A1, 1, 32},    {0x3A3, 0x3AB, 1, 32},   {0x3CF, 0x3CF, 1, 8},
    {0x3D8, 0x3EE, 2, 1},     {0x3F4, 0x3F4, 1, -60},   {0x3F7, 0x3F7, 1, 1},    {0x3F9, 0x3F9, 1, -7},
    {0x3FA, 0x3FA, 1, 1},     {0x3FD, 0x3FF, 1, -130},  {0x400, 0x40F, 1, 80},   {0x410, 0x42F, 1, 32},
    {0x460, 0x480, 2, 1},     {0x48A, 0x4BE, 2, 1},     {0x4C0, 0x4C0, 1, 15},   {0x4C1, 0x4CD, 2, 1},
    {0x4D0, 0x52E, 2, 1},     {0x531, 0x556, 1, 48},    {0x1E00, 0x1E94, 2, 1},  {0x1E9E, 0x1E9E, 1, -7615},
    {0x1EA0, 0x1EFE, 2, 1},
};

/// Beside `uppers`.
constexpr Special specialUppers[] = {
    {0xDF, U"SS"},
    {0x149, U"\u02BCN"},
    {0x1F0, U"J\u030C"},
    {0x390, U"\u0399\u0308\u0301"},
    {0x3B0, U"\u03A5\u0308\u0301"},
    {0x587, U"\u0535\u0552"},
    {0x1E96, U"H\u0331"},
    {0x1E97, U"T\u0308"},
    {0x1E98, U"W\u030A"},
    {0x1E99, U"Y\u030A"},
    {0x1E9A, U"A\u02BE"},
};

/// Beside `lowers`.
constexpr Special specialLowers[] = {
    {0x130, U"i\u0307"},
};

/// Where it is not the upper case.
constexpr Special specialTitles[] = {
    {0xDF, U"Ss"},      {0x1C4, U"\u01C5"}, {0x1C5, U"\u01C5"}, {0x1C6, U"\u01C5"},       {0x1C7, U"\u01C8"},
    {0x1C8, U"\u01C8"}, {0x1C9, U"\u01C8"}, {0x1CA, U"\u01CB"}, {0x1CB, U"\u01CB"},       {0x1CC, U"\u01CB"},
    {0x1F1, U"\u01F2"}, {0x1F2, U"\u01F2"}, {0x1F3, U"\u01F2"}, {0x587, U"\u0535\u0582"},
};

/// Where it is not the lower case.
constexpr Special specialFolds[] = {
    {0xB5, U"\u03BC"},
    {0xDF, U"ss"},
    {0x149, U"\u02BCn"},
    {0x17F, U"s"},
    {0x1F0, U"j\u030C"},
    {0x390, U"\u03B9\u0308\u0301"},
    {0x3B0, U"\u03C5\u0308\u0301"},
    {0x3C2, U"\u03C3"},
    {0x3D0, U"\u03B2"},
    {0x3D1, U"\u03B8"},
    {0x3D5, U"\u03C6"},
    {0x3D6, U"\u03C0"},
    {0x3F0, U"\u03BA"},
    {0x3F1, U"\u03C1"},
    {0x3F5, U"\u03B5"},
    {0x587, U"\u0565\u0582"},
    {0x1E96, U"h\u0331"},
    {0x1E97, U"t\u0308"},
    {0x1E98, U"w\u030A"},
    {0x1E99, U"y\u030A"},
    {0x1E9A, U"a\u02BE"},
    {0x1E9B, U"\u1E61"},
    {0x1E9E, U"ss"},
};

template<std::size_t count>
char32_t mapped(const CaseRun (&runs)[count], char32_t letter)
{
    const auto *const run =
        std::lower_bound(std::begin(runs), std::end(runs), letter,
                         [](const CaseRun &one, char32_t wanted) { return one.last < wanted; });
    if (run == std::end(runs) || letter < run->first || (letter - run->first) % run->stride != 0)
        return letter;
    return static_cast<char32_t>(static_cast<int>(letter) + run->offset);
}

/// False: the letter is no special one.
template<std::size_t count>
bool appendSpecial(std::string &text, const Special (&specials)[count], char32_t letter)
{
    const auto *const found =
        std::lower_bound(std::begin(specials), std::end(specials), letter,
                         [](const Special &one, char32_t wanted) { return one.letter < wanted; });
    if (found == std::end(specials) || found->letter != letter)
        return false;
    for (const char32_t part : found->becomes)
        appendUtf8(text, part);
    return true;
}

} // namespace

void appendInCase(std::string &text, char32_t letter, LetterCase wanted)
{
    switch (wanted) {
    case LetterCase::Title:
        if (appendSpecial(text, specialTitles, letter))
            return;
        [[fallthrough]];
    case LetterCase::Upper:
        if (!appendSpecial(text, specialUppers, letter))
            appendUtf8(text, mapped(uppers, letter));
        return;
    case LetterCase::Folded:
        if (appendSpecial(text, specialFolds, letter))
            return;
        [[fallthrough]];
    case LetterCase::Lower:
        if (!appendSpecial(text, specialLowers, letter))
            appendUtf8(text, mapped(lowers, letter));
        return;
    }
}

bool isCased(char32_t letter)
{
    const auto same = [letter](LetterCase wanted) {
        std::string before;
        std::string after;
        appendUtf8(before, letter);
        appendInCase(after, letter, wanted);
        return before == after;
    };
    return !same(LetterCase::Upper) || !same(LetterCase::Lower);
}

} // namespace tetherscope::vm
