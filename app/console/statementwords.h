#pragma once

#include "session/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

/// The words that may go on from the end of a statement.
struct StatementWords
{
    std::size_t begin = 0;          ///< of the word that is being typed, in bytes
    std::vector<std::string> words; ///< longer than what is typed; sorted, each once
};

/// What core's completion finds in the statement itself, and the names of the run. Behind a dot whose names
/// lead to an object: the attributes and methods it has at the end of the run, and nothing else.
StatementWords wordsFor(const Document &document, std::string_view statement);

} // namespace tetherscope
