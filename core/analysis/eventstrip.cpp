#include "analysis/eventstrip.h"

#include "analysis/chips.h"
#include "analysis/sentence.h"

#include <algorithm>

namespace tetherscope {

namespace {

constexpr std::size_t mostChips = 7;
constexpr std::size_t headChips = 3;
constexpr std::size_t tailChips = 3;

/// Marks what is done; the last one done is the current one as long as something is still to come.
void mark(std::vector<Chip> &chips, Position now)
{
    Chip *last = nullptr;
    bool more = false;
    for (Chip &chip : chips) {
        if (chip.state == Chip::State::Absent)
            continue;
        const bool done = chip.position <= now;
        chip.state = done ? Chip::State::Done : Chip::State::Coming;
        if (done)
            last = &chip;
        else
            more = true;
    }
    if (last && more)
        last->state = Chip::State::Current;
}

/// Too many chips: the middle is folded, but the current one stays in sight.
void fold(EventStrip &strip)
{
    std::size_t folded = 0;
    if (strip.chips.size() <= mostChips)
        return;
    for (std::size_t i = headChips; i + tailChips < strip.chips.size(); ++i) {
        strip.chips[i].folded = strip.chips[i].state != Chip::State::Current;
        folded += strip.chips[i].folded ? 1 : 0;
    }
    strip.foldedText = "… " + decimal(folded) + " more";
}

} // namespace

EventStrip eventStripAt(const Moment &moment)
{
    EventStrip strip;
    if (const std::optional<Death> death = deathInStep(moment)) {
        strip.chips = deathChips(*death, moment);
        strip.dying = death->object;
        mark(strip.chips, moment.position());
    } else {
        strip.chips = eventChips(moment);
        mark(strip.chips, moment.position());
        fold(strip);
    }
    return strip;
}

std::string hintOf(const Chip &chip, const Timeline &timeline)
{
    const bool known = chip.position <= timeline.last();
    if (!chip.hint.empty() || chip.state == Chip::State::Absent || !known)
        return chip.hint;
    return eventSentenceAt(Moment(timeline, chip.position)).text();
}

std::string stripText(const EventStrip &strip)
{
    std::string text;
    bool saidFolded = false;
    for (const Chip &chip : strip.chips) {
        if (chip.folded && saidFolded)
            continue;
        if (!text.empty())
            text += " › ";
        text += chip.folded ? strip.foldedText : plainText(chip.spans);
        saidFolded = saidFolded || chip.folded;
    }
    return text;
}

} // namespace tetherscope
