#include "scenario/machine/strings.h"

#include "scenario/machine/lettercase.h"
#include "scenario/machine/letterkinds.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "syntax/unicode.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// The code point that begins at `at`, as text.
std::string_view pointAt(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && continues(text[end]))
        ++end;
    return text.substr(at, end - at);
}

std::size_t beginOfPointBefore(std::string_view text, std::size_t end)
{
    do
        --end;
    while (end > 0 && continues(text[end]));
    return end;
}

/// `visit(at, letter)` for each code point.
template<typename Visit>
void forEachLetter(const std::string &text, Visit &&visit)
{
    for (std::size_t at = 0; at < text.size(); at += pointAt(text, at).size())
        visit(at, codePointAt(text, at).value);
}

/// A capital sigma behind a letter and before none becomes the small one that ends words.
bool isFinalSigma(const std::string &text, std::size_t at)
{
    constexpr char32_t sigma = 0x3A3;
    if (codePointAt(text, at).value != sigma || at == 0)
        return false;
    const std::size_t next = at + pointAt(text, at).size();
    return isCased(codePointAt(text, beginOfPointBefore(text, at)).value) &&
           (next == text.size() || !isCased(codePointAt(text, next).value));
}

void appendLetter(std::string &result, const std::string &text, std::size_t at, LetterCase wanted)
{
    constexpr char32_t finalSigma = 0x3C2;
    const CodePoint point = codePointAt(text, at);
    if (!point.valid)
        result += pointAt(text, at);
    else if (wanted == LetterCase::Lower && isFinalSigma(text, at))
        appendUtf8(result, finalSigma);
    else
        appendInCase(result, point.value, wanted);
}

/// Where the first code point from `at` on begins that is a blank, or that is none.
std::size_t findBlank(const std::string &text, std::size_t at, bool blank)
{
    while (at < text.size() && isBlank(codePointAt(text, at).value) != blank)
        at += pointAt(text, at).size();
    return at;
}

/// The same before `end`, backwards: where it ends, or 0.
std::size_t findBlankBefore(const std::string &text, std::size_t end, bool blank)
{
    while (end > 0 && isBlank(codePointAt(text, beginOfPointBefore(text, end)).value) != blank)
        end = beginOfPointBefore(text, end);
    return end;
}

std::string inCase(const std::string &text, LetterCase wanted)
{
    std::string result;
    result.reserve(text.size());
    forEachLetter(text, [&](std::size_t at, char32_t) { appendLetter(result, text, at, wanted); });
    return result;
}

} // namespace

std::string upperCase(const std::string &text)
{
    return inCase(text, LetterCase::Upper);
}

std::string lowerCase(const std::string &text)
{
    return inCase(text, LetterCase::Lower);
}

std::string foldedCase(const std::string &text)
{
    return inCase(text, LetterCase::Folded);
}

std::string titleCase(const std::string &text)
{
    std::string result;
    bool inWord = false;
    forEachLetter(text, [&](std::size_t at, char32_t letter) {
        appendLetter(result, text, at, inWord ? LetterCase::Lower : LetterCase::Title);
        inWord = isCased(letter);
    });
    return result;
}

std::string swappedCase(const std::string &text)
{
    std::string result;
    forEachLetter(text, [&](std::size_t at, char32_t) {
        const std::string before(pointAt(text, at));
        const bool hasLower = before != lowerCase(before);
        const bool hasUpper = before != upperCase(before);
        if (hasLower && hasUpper) // a title case letter
            result += before;
        else
            appendLetter(result, text, at, hasLower ? LetterCase::Lower : LetterCase::Upper);
    });
    return result;
}

std::string capitalized(const std::string &text)
{
    std::string result;
    forEachLetter(text, [&](std::size_t at, char32_t) {
        appendLetter(result, text, at, at == 0 ? LetterCase::Title : LetterCase::Lower);
    });
    return result;
}

std::string stripped(const std::string &text, const std::string *letters, bool left, bool right)
{
    const auto unwanted = [&](std::size_t at) {
        return letters == nullptr ? isBlank(codePointAt(text, at).value)
                                  : letters->find(pointAt(text, at)) != std::string::npos;
    };
    std::size_t begin = 0;
    while (left && begin < text.size() && unwanted(begin))
        begin += pointAt(text, begin).size();
    std::size_t end = text.size();
    while (right && end > begin && unwanted(beginOfPointBefore(text, end)))
        end = beginOfPointBefore(text, end);
    return text.substr(begin, end - begin);
}

std::int64_t codePointIndex(std::string_view text, std::size_t byte)
{
    return std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte),
                         [](char letter) { return !continues(letter); });
}

std::size_t byteOffset(std::string_view text, std::size_t codePoint)
{
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (!continues(text[at]) && codePoint-- == 0)
            break;
    }
    return at;
}

bool replaceAll(const std::string &text, const std::string &old, const std::string &with, std::size_t most,
                std::size_t longest, std::string &result)
{
    std::size_t at = 0;
    for (std::size_t time = 0; time < most; ++time) {
        const std::size_t found = old.empty() ? at : text.find(old, at);
        if (found == std::string::npos || at > text.size())
            break;
        result.append(text, at, found - at).append(with);
        at = found + old.size();
        if (old.empty()) { // between all letters
            if (at >= text.size())
                return result.size() <= longest;
            result.append(pointAt(text, at));
            at += pointAt(text, at).size();
        }
        if (result.size() > longest)
            return false;
    }
    result.append(text, std::min(at, text.size()));
    return result.size() <= longest;
}

std::vector<std::string> splitText(const std::string &text, const std::string &separator, std::size_t most)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (std::size_t found = text.find(separator); found != std::string::npos && parts.size() < most;
         found = text.find(separator, at)) {
        parts.push_back(text.substr(at, found - at));
        at = found + separator.size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

std::vector<std::string> splitFromRight(const std::string &text, const std::string &separator,
                                        std::size_t most)
{
    std::vector<std::string> parts;
    std::size_t end = text.size();
    while (parts.size() < most && end >= separator.size()) {
        const std::size_t found = text.rfind(separator, end - separator.size());
        if (found == std::string::npos)
            break;
        parts.push_back(text.substr(found + separator.size(), end - found - separator.size()));
        end = found;
    }
    parts.push_back(text.substr(0, end));
    std::reverse(parts.begin(), parts.end());
    return parts;
}

std::vector<std::string> splitBlanks(const std::string &text, std::size_t most)
{
    std::vector<std::string> parts;
    std::size_t begin = findBlank(text, 0, false);
    while (begin < text.size() && parts.size() < most) {
        const std::size_t end = findBlank(text, begin, true);
        parts.push_back(text.substr(begin, end - begin));
        begin = findBlank(text, end, false);
    }
    if (begin < text.size())
        parts.push_back(text.substr(begin));
    return parts;
}

std::vector<std::string> splitBlanksFromRight(const std::string &text, std::size_t most)
{
    std::vector<std::string> parts;
    std::size_t end = findBlankBefore(text, text.size(), false);
    while (end > 0 && parts.size() < most) {
        const std::size_t begin = findBlankBefore(text, end, true);
        parts.push_back(text.substr(begin, end - begin));
        end = findBlankBefore(text, begin, false);
    }
    if (end > 0)
        parts.push_back(text.substr(0, end));
    std::reverse(parts.begin(), parts.end());
    return parts;
}

std::vector<std::string> splitLines(const std::string &text, bool keepEnds)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && !endsLine(codePointAt(text, end).value))
            end += pointAt(text, end).size();
        std::size_t next = end;
        if (end < text.size())
            next += text.compare(end, 2, "\r\n") == 0 ? 2 : pointAt(text, end).size();
        lines.push_back(text.substr(begin, (keepEnds ? next : end) - begin));
        begin = next;
    }
    return lines;
}

// ---------------------------------------------------------------- by index

Value characterAt(Interpreter &vm, const StringObject &text, std::size_t index)
{
    if (!text.ascii() && !vm.tickText(text.text().size()))
        return {};
    const std::size_t at = text.ascii() ? index : byteOffset(text.text(), index);
    return vm.string(std::string(pointAt(text.text(), at)));
}

Value textSlice(Interpreter &vm, const StringObject &text, const SliceObject &slice)
{
    const std::optional<SliceRange> range = sliceRange(vm, slice, text.length());
    constexpr std::size_t characterByCharacter = 8; // times the work of copying
    if (!range || !vm.tickText(characterByCharacter * range->count))
        return {};
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; !text.ascii() && at < text.text().size(); ++at) {
        if (!continues(text.text()[at]))
            offsets.push_back(at);
    }
    std::string part;
    for (std::size_t number = 0; number < range->count; ++number) {
        const auto index =
            static_cast<std::size_t>(range->start + static_cast<std::int64_t>(number) * range->step);
        part += pointAt(text.text(), text.ascii() ? index : offsets[index]);
    }
    return vm.string(std::move(part));
}

} // namespace tetherscope::vm
