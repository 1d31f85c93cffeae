#pragma once

#include "analysis/moment.h"
#include "analysis/text.h"

#include <string>

namespace tetherscope {

/// What happened, in one or two clauses of at most 110 characters.
struct Sentence
{
    Spans spans;

    std::string text() const { return plainText(spans); }
    friend bool operator==(const Sentence &, const Sentence &) = default;
};

/// The sentence of a moment: of the whole step if all its events are done, of the last event done if only
/// some are, and of the step before at its very start. Only the weightiest thing that happened speaks.
Sentence sentenceAt(const Moment &moment);
Sentence sentenceAt(const Timeline &timeline, Position position);

/// The sentence of the last event done, also at the end of a step: for walking event by event.
Sentence eventSentenceAt(const Moment &moment);

} // namespace tetherscope
