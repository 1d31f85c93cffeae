#pragma once

#include "analysis/history.h"
#include "analysis/templates.h"
#include "graph/reachability.h"

#include <string>
#include <vector>

namespace tetherscope {

/// What a name is called in a sentence: bare, or "Date._cache" for an attribute of a class.
std::string nameLabel(NameId name, const Lexicon &lexicon);

/// What a slot is called: "Node#1.next", "list#1[0]", "dict#1['k']", "Node#1 closure x"; for the target of a
/// weak reference the reference alone.
std::string slotLabel(SlotId slot, const Lexicon &lexicon);

/// "a", "Node#1.next"; "the argument", "the return value" or "the call" for what no name and no slot holds.
std::string holderLabel(HolderRef holder, const Lexicon &lexicon);

/// "1 → 2", of an Acquire or a Release.
std::string countChange(const Event &event);

/// "__new__" of "Date.__new__".
std::string shortFunctionName(ScopeId scope, const Lexicon &lexicon);

Phrase objectPhrase(ObjectId object, const Lexicon &lexicon);
Phrase namePhrase(NameId name, const Lexicon &lexicon);
Phrase slotPhrase(SlotId slot, const Lexicon &lexicon);
Phrase holderPhrase(HolderRef holder, const Lexicon &lexicon);
Phrase keyPhrase(KeyRef place, const Lexicon &lexicon);
Phrase textPhrase(TextId text, const Lexicon &lexicon);

/// What was printed, as a sentence quotes it: a number, True, False and None bare, anything else in quotes.
Phrase printedPhrase(std::string_view text);

/// Holders as a sentence names them: two at most, then how many more; a slot of the object itself is
/// "itself".
struct HolderList
{
    Phrase phrase;
    std::size_t count = 0;
};
HolderList holderList(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

/// The same in the words for sys.getrefcount's answer, which counts its own argument.
Phrase countedHolders(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
