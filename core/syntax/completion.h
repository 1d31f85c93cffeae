#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tetherscope {

/// What could be meant by a word that is being typed.
struct Completion
{
    std::size_t begin = 0;    ///< of the word, in bytes; it ends where it was asked for
    bool isAttribute = false; ///< the word stands behind a dot, and may still be empty
    std::vector<std::string_view>
        words; ///< each longer than what is typed; sorted; parts of the text or constants
};

/// The names of the text, builtins and keywords that go on as the word before `offset` does; behind a dot,
/// the text's attributes and the methods of containers; in an import, what can be imported. No words in a
/// string, a comment or a number. Works on any text, however broken. Requires: offset is at most the text's
/// size.
Completion completionsAt(std::string_view text, std::size_t offset);

} // namespace tetherscope
