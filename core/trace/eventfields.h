#pragma once

#include "graph/event.h"
#include "graph/lexicon.h"

#include <string>

namespace tetherscope {

class JsonWriter;

/// Who holds, as exported: "name:<module>.a", "Node#1.next", "argument", "return value", "in flight".
std::string holderText(HolderRef holder, const Lexicon &lexicon);

/// The event as an object of its kind and the fields of its kind. Requires: isExported(event.kind).
void writeEvent(JsonWriter &json, const Event &event, const Lexicon &lexicon);

} // namespace tetherscope
