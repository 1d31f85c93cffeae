#pragma once

#include "analysis/moment.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace tetherscope {

/// Living objects that were made for one key and were meant to be one: each was stored when nothing alive
/// stood under the key.
struct SameKey
{
    KeyRef place;
    TextId key;                    ///< "(2022, 12, 3)", or a slot's text "[(2022, 12, 3)]"; see keyText()
    std::vector<ObjectId> objects; ///< in order of storing, at least two
    friend bool operator==(const SameKey &, const SameKey &) = default;
};

std::vector<SameKey> sameKeysAt(const Moment &moment);

/// A row's key as people write it: a slot's text without its brackets.
std::string_view keyText(std::string_view slotText);
std::string_view keyText(KeyRef place, const Lexicon &lexicon);

/// The slot of a container that is the row of a key (Python's repr of it); empty if there never was one.
SlotId rowOf(ObjectId container, std::string_view key, const Lexicon &lexicon);

/// The object whose __del__ is running, the innermost if there are several; empty if none runs.
ObjectId dyingSelf(const ObjectGraph &graph, const Lexicon &lexicon);

/// Names that the step's statement mentions, that its scope can see and that hold one of the objects, in the
/// order in which they are written, each once.
std::vector<NameId> namesIn(const Step &step, std::initializer_list<ObjectId> objects,
                            const ObjectGraph &graph, const Lexicon &lexicon);

/// The weak slots that are rows of a container or of a dict of weak references and lead to the object, and
/// are still there. For a reference in a dict the row is the dict's slot.
std::vector<SlotId> containerRowsOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
