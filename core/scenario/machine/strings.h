#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the methods of str do with UTF-8.
namespace tetherscope::vm {

std::string upperCase(const std::string &text);
std::string lowerCase(const std::string &text);
std::string foldedCase(const std::string &text);
std::string titleCase(const std::string &text);
std::string swappedCase(const std::string &text);
std::string capitalized(const std::string &text);
/// Without `letters` (null: without blanks) at its ends.
std::string stripped(const std::string &text, const std::string *letters, bool left, bool right);

/// Byte offset to index in code points, and back.
std::int64_t codePointIndex(std::string_view text, std::size_t byte);
std::size_t byteOffset(std::string_view text, std::size_t codePoint);

/// False: the result would be longer than `longest`.
bool replaceAll(const std::string &text, const std::string &old, const std::string &with, std::size_t most,
                std::size_t longest, std::string &result);

std::vector<std::string> splitText(const std::string &text, const std::string &separator, std::size_t most);
std::vector<std::string> splitFromRight(const std::string &text, const std::string &separator,
                                        std::size_t most);
std::vector<std::string> splitBlanks(const std::string &text, std::size_t most);
std::vector<std::string> splitBlanksFromRight(const std::string &text, std::size_t most);
std::vector<std::string> splitLines(const std::string &text, bool keepEnds);

} // namespace tetherscope::vm
