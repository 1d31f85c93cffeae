#include "syntax/diagnostic.h"

namespace tetherscope {

std::string format(std::string_view file, const Diagnostic &diagnostic)
{
    std::string text(file);
    if (diagnostic.place.line != 0) {
        text += ':' + std::to_string(diagnostic.place.line) + ':' + std::to_string(diagnostic.place.column);
    }
    text += ": error: " + diagnostic.message;
    if (!diagnostic.hint.empty()) {
        text += "\n    hint: " + diagnostic.hint;
    }
    return text;
}

} // namespace tetherscope
