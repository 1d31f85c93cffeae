#pragma once

#include "analysis/moment.h"
#include "analysis/text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tetherscope {

/// Whether something was gained or lost, for whoever colours it.
enum class Trend { Neutral, Gain, Loss };

/// One event of a step, or one stage of a dying, in few words.
struct Chip
{
    enum class State {
        Done,
        Current, ///< the last one done, while others are still to come
        Coming,
        Absent, ///< a stage that does not apply: its absence is the lesson
    };

    Spans spans;
    State state = State::Done;
    Trend tone = Trend::Neutral;
    Position position; ///< right after it; where a click leads. Of an absent stage: of the stage before it
    std::string hint;  ///< a sentence, where it cannot be had from the position: see hintOf()
    bool folded = false;
    bool stillFound = false; ///< after it, a look-up finds the object though its count was 0
    friend bool operator==(const Chip &, const Chip &) = default;
};

/// What happened in a step, in order, as chips; for a step in which an object dies, the stages of its death.
struct EventStrip
{
    std::vector<Chip> chips;
    std::string foldedText; ///< "… 12 more", to stand for the folded chips; empty if none is folded
    ObjectId dying;         ///< whose death the chips are; empty for the events of a step
    friend bool operator==(const EventStrip &, const EventStrip &) = default;
};

/// The strip of the whole step, with what is done at this moment marked.
EventStrip eventStripAt(const Moment &moment);

/// What the chip is about, in a sentence, for a tooltip: that of its event. Costs a walk to the chip's
/// position.
std::string hintOf(const Chip &chip, const Timeline &timeline);

/// Chips joined for one line of text: "hit: acquire Date#1 1 → 2 › bind b → Date#1".
std::string stripText(const EventStrip &strip);

/// What the line under a stretch of the death strip means.
inline constexpr std::string_view stillFoundText = "a look-up here still finds it";

} // namespace tetherscope
