#include "layout/shapes.h"

#include "layout/look.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tetherscope {
namespace {

std::string number(std::uint32_t value)
{
    char digits[16];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

/// The badge at its widest: the last rise it shows.
double badgeWidth(std::uint32_t mostStrong, const TextWidths &widths)
{
    const std::string rise = number(mostStrong > 0 ? mostStrong - 1 : 0) + " → " + number(mostStrong);
    return widths.of(rise, FontRole::Badge) + 2 * look::badgePadding;
}

double headerWidth(ObjectId object, const CastObject &life, const Lexicon &lexicon, const TextWidths &widths)
{
    double width = widths.of(lexicon.label(object), FontRole::Title) + look::badgePadding +
                   badgeWidth(life.mostStrong, widths);
    if (life.finalizes)
        width += widths.of("dying", FontRole::Small) + look::badgePadding;
    return width + 2 * look::cardPadding;
}

/// "year 2022 · month 12 · day 3" with each slot's longest value; no further than a card is wide.
double plainLineWidth(ObjectId object, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    const double space = widths.of(" ", FontRole::Small);
    const double dot = widths.of(" · ", FontRole::Small);
    double width = 2 * look::cardPadding;
    for (const SlotId slot : lexicon.slotsOf(object)) {
        if (const TextId value = cast.slotValue[slot.index()]) {
            width += widths.of(lexicon.slot(slot).text, FontRole::Small) + space +
                     widths.of(value, FontRole::Small) + dot;
        }
        if (width > look::cardMaxWidth + dot)
            break;
    }
    return width - dot;
}

bool hasPlainValues(ObjectId object, const Cast &cast, const Lexicon &lexicon)
{
    const std::span<const SlotId> slots = lexicon.slotsOf(object);
    return std::any_of(slots.begin(), slots.end(),
                       [&](SlotId slot) { return bool(cast.slotValue[slot.index()]); });
}

void addRows(CardShape &shape, ObjectId object, const Cast &cast, const Lexicon &lexicon)
{
    for (const SlotId slot : lexicon.slotsOf(object)) {
        if (!cast.slotHolds[slot.index()])
            continue;
        if (shape.rows.size() < look::mostRows)
            shape.rows.push_back(slot);
        else
            ++shape.hiddenRows;
    }
}

double rowWidth(TextId text, TextWidths &widths)
{
    return widths.of(text, FontRole::Name) + look::cardPadding + widths.of("replaced", FontRole::Small) +
           2 * look::badgePadding + 2 * look::cardPadding;
}

double footerWidth(const CastCache &cache, const TextWidths &widths)
{
    const std::string text = number(cache.hits) + " hits · " + number(cache.misses) + " misses · " +
                             number(cache.evicted) + " evicted";
    return widths.of(text, FontRole::Small) + 2 * look::cardPadding;
}

void close(CardShape &shape, double width)
{
    shape.size.width = std::ceil(std::clamp(width, look::cardMinWidth, look::cardMaxWidth));
    shape.size.height = shape.rowTop(shape.rowCount()) + shape.footerHeight;
}

} // namespace

bool isTable(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::List:
    case ObjectKind::Dict:
    case ObjectKind::Set:
    case ObjectKind::Tuple:
    case ObjectKind::Other:
        return true;
    default:
        return false;
    }
}

CardShape cardShape(ObjectId object, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    CardShape shape;
    shape.table = isTable(lexicon.object(object).kind);
    shape.headerHeight = look::headerHeight;
    shape.rowHeight = look::rowHeight;
    addRows(shape, object, cast, lexicon);
    double width = headerWidth(object, cast.objects[object.index()], lexicon, widths);
    const bool plain = hasPlainValues(object, cast, lexicon);
    // Without rows the line is there for "empty", "died in this step" and "unreachable".
    if (plain || shape.rows.empty())
        shape.plainLineHeight = look::plainLineHeight;
    if (plain)
        width = std::max(width, plainLineWidth(object, cast, lexicon, widths));
    for (const SlotId slot : shape.rows)
        width = std::max(width, rowWidth(lexicon.slot(slot).text, widths));
    close(shape, width);
    return shape;
}

CardShape cacheShape(CacheId cache, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    CardShape shape;
    shape.table = true;
    shape.headerHeight = look::headerHeight;
    shape.plainLineHeight = look::plainLineHeight; // "weak cache: holds nothing"
    shape.rowHeight = look::rowHeight;
    shape.footerHeight = look::footerHeight;
    double width = widths.of(lexicon.cache(cache).name, FontRole::Title) + 4 * look::cardPadding;
    for (const EntryId entry : lexicon.entriesOf(cache)) {
        if (shape.entries.size() < look::mostRows) {
            shape.entries.push_back(entry);
            width = std::max(width, rowWidth(lexicon.entry(entry).key, widths));
        } else {
            ++shape.hiddenRows;
        }
    }
    const double footer = footerWidth(cast.caches[cache.index()], widths);
    close(shape, std::max(width, footer));
    return shape;
}

double pillWidth(NameId name, const Cast &cast, const Lexicon &lexicon, TextWidths &widths)
{
    double width = widths.of(lexicon.name(name).text, FontRole::Name) + 2 * look::pillPadding;
    if (const TextId value = cast.nameValue[name.index()])
        width += look::pillValueGap + widths.of(value, FontRole::Name);
    return std::ceil(std::clamp(width, look::pillMinWidth, look::pillMaxWidth));
}

} // namespace tetherscope
