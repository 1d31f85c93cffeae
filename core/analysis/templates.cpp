#include "analysis/templates.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace tetherscope {

namespace {

using Entry = std::pair<Template, std::string_view>;

constexpr auto table = std::to_array<Entry>({
    {Template::NothingYet, "Nothing exists yet."},
    {Template::NoChange, "No reference changes."},
    {Template::TheEnd, "The last statement is done."},

    {Template::Raises, "Raises {1}."},
    {Template::Stopped, "Stopped: {1}"},
    {Template::Unraisable, "{1} is reported and goes no further: nobody waits for it."},

    {Template::LastHolder, "{1} was the last holder: {2} is dead."},
    {Template::LastHolderEvicted, "{1} was the last holder: {2} is dead and its row evicted."},
    {Template::LastHolderOneMore, "{1} was the last holder: {2} is dead. {3} more dies with it."},
    {Template::LastHolderMore, "{1} was the last holder: {2} is dead. {3} more die with it."},
    {Template::LastHolderDelRemovedRow,
     "{1} was the last holder: {2} is dead. Its __del__ had removed the row."},
    {Template::LastHolderRowEvicted, "{1} was the last holder: {2} is dead. Its row is evicted."},
    {Template::LastHolderRowExpired, "{1} was the last holder: {2} is dead. Its row stays, expired."},
    {Template::LastHolderRefClears, "{1} was the last holder: {2} is dead. {3} now gives None."},
    {Template::LastHolderRefsClear, "{1} was the last holder: {2} is dead. {3} now give None."},
    {Template::NobodyHeld, "Nobody holds {1} any more: it is dead."},
    {Template::NobodyHeldOneMore, "Nobody holds {1} any more: it is dead. {2} more dies with it."},
    {Template::NobodyHeldMore, "Nobody holds {1} any more: it is dead. {2} more die with it."},
    {Template::BornAndDead, "{1} is born and dies at once: nobody took it."},
    {Template::Dying, "{1} is dying: __del__ runs."},
    {Template::DyingWatchedOnce, "{1} is dying: __del__ runs. Its weak reference still answers."},
    {Template::DyingWatched, "{1} is dying: __del__ runs. Its weak references still answer."},
    {Template::CollectedNothing, "The collector found nothing to free."},
    {Template::CollectedOne, "The collector freed {1}."},
    {Template::CollectedOneLostTwin, "The collector freed {1}. {2} lives, with no row."},
    {Template::CollectedMany, "The collector freed {1} objects."},
    {Template::Resurrected, "__del__ stored {1} in {2}: it lives again, and __del__ will not run twice."},
    {Template::ResurrectedUnnamed, "__del__ kept {1}: it lives again, and __del__ will not run twice."},

    {Template::WrongRowLost,
     "*Wrong row*: {1}'s __del__ removes {2}, which belongs to {3}. {3} is alive but lost to the cache."},
    {Template::WrongRow, "*Wrong row*: {1}'s __del__ removes {2}, which belongs to {3}."},
    {Template::MissTwoShare, "A *miss*: {1} is made. Two live {2}s share the key {3}."},
    {Template::MissManyShare, "A *miss*: {1} is made. {4} live {2}s share the key {3}."},
    {Template::MissThoughAlive, "A *miss*, though {2} is alive: {1} is made. Two live objects, one key."},
    {Template::RowGoesWithRef, "The row {1} goes, and {2} with it: nothing else held it."},
    {Template::RowGoes, "The row {1} goes."},
    {Template::RowRemovedOneHolder, "The row {1} is removed. {2} lives on: {3} holds it."},
    {Template::RowRemoved, "The row {1} is removed. {2} lives on: {3} hold it."},
    {Template::RowRemovedUnheld, "The row {1} is removed. {2} lives on."},
    {Template::RowOfDeadRemoved, "The row {1} is removed. {2} was dead already."},
    {Template::EmptiedOneHolder, "The {1} is emptied. {2} lives on: {3} holds it."},
    {Template::Emptied, "The {1} is emptied. {2} lives on: {3} hold it."},
    {Template::EmptiedMany, "The {1} is emptied: {2} rows go."},
    {Template::RefDied, "{1} was the last holder: {2} is dead."},
    {Template::RefDiedCountStays, "{1} was the last holder: {2} is dead. The count of {3} stays {4}."},

    {Template::UnreachableByItself,
     "{1} lets go. {2} is *unreachable*, held only by itself. Count {3} → {4}."},
    {Template::UnreachableByItselfUnnamed, "{1} is *unreachable*, held only by itself. Count {2} → {3}."},
    {Template::UnreachableByCycle, "{1} lets go. {2} is *unreachable*, held only by a cycle of {3}."},
    {Template::UnreachableByCycleUnnamed, "{1} is *unreachable*, held only by a cycle of {2}."},
    {Template::UnreachableByUnreachable, "{1} is *unreachable*: nothing that can be reached holds it."},

    {Template::ClassKeepsEmpty, "The class {1} keeps a {2} in {3}. It is empty."},
    {Template::ClassKeeps, "The class {1} keeps a {2} in {3}."},
    {Template::ClassKeepsCache, "The class {1} keeps a weak cache. It is empty."},
    {Template::FirstHolder, "{1} holds {2}. Count 1: it has one holder."},
    {Template::BornHeld, "{1} is *born*. {2} holds it."},
    {Template::Born, "{1} is *born*."},
    {Template::Miss, "A *miss*: {1} is made."},
    {Template::MissSameKey, "A *miss*: {1} is made. Same key as {2}, which died in step {3}."},
    {Template::Hit, "A *hit*: the cache hands out {1} again. Now {2} hold it."},
    {Template::HitOneHolder, "A *hit*: the cache hands out {1} again. Now {2} holds it."},
    {Template::HitUnheld, "A *hit*: the cache hands out {1} again."},
    {Template::LookupMissBinds, "Look-up of {1}: a *miss*. {2} is {3}."},
    {Template::LookupMiss, "Look-up of {1}: a *miss*."},
    {Template::LookupHitBinds, "Look-up of {1}: a *hit*. {2} holds {3}."},
    {Template::LookupHitBindsToo, "Look-up of {1}: a *hit*. {2} holds {3} too. Count {4} → {5}."},
    {Template::LookupHit, "Look-up of {1}: a *hit*."},

    {Template::Dereferenced, "Calling {1} gives {2}, and {3} holds it. Count {4} → {5}."},
    {Template::DereferencedUnbound, "Calling {1} gives {2}."},
    {Template::DereferencedDead, "Calling {1} gives None: {2} is dead."},
    {Template::Holds, "{1} holds {2}."},
    {Template::HoldsWatchedByRow, "{1} holds {2}. Count {3}: the {4}'s weak reference adds nothing."},
    {Template::HoldsWatchedByRows, "{1} holds {2}. Count {3}: the {4}'s weak references add nothing."},
    {Template::HoldsToo, "{1} holds {2} too. Count {3} → {4}."},
    {Template::HoldsTooNoLookup, "{1} holds {2} too. Count {3} → {4}. No look-up took place."},
    {Template::HoldsItself, "{1} now holds itself, through {2}. Count {3} → {4}."},
    {Template::Swaps, "{1} lets go of {2} and holds {3}."},
    {Template::LetsGoOneHolder, "{1} lets go of {2}. Count {3} → {4}: {5} still holds it."},
    {Template::LetsGo, "{1} lets go of {2}. Count {3} → {4}: {5} still hold it."},
    {Template::LetsGoCount, "{1} lets go of {2}. Count {3} → {4}."},
    {Template::NameGone, "The name {1} is gone."},

    {Template::StoredWeakly, "A weak reference to {1} is stored under {2}. The count stays {3}."},
    {Template::WatchesToo, "{1} takes a weak reference to {2}. The count stays {3}."},
    {Template::IsWeakReference, "{1} is a weak reference to {2}. The count stays {3}."},
    {Template::IsDeadReference, "{1} looks at {2}, which nobody holds: it is *dead* at once."},

    {Template::BorrowsAndDoesNothing, "{1} borrows {2} as {3} and does nothing."},
    {Template::CalledWith, "{1} is called with {2} as {3}."},
    {Template::ReturnsHeldByCall, "{1} returns {2}. For a moment only the call holds it."},
    {Template::ReturnsObject, "{1} returns {2}."},
    {Template::Returns, "{1} returns."},

    {Template::ItemIs, "{1} is {2}."},
    {Template::ItemGone, "{1} is gone."},
    {Template::NameIs, "{1} is {2}."},
    {Template::HoldsItSame, "It holds: {1} and {2} are the same object, {3}."},
    {Template::HoldsItDifferent, "It holds: {1} is {3}, {2} is {4}."},
    {Template::HoldsIt, "It holds."},
    {Template::ValueSame, "{1}: {2} and {3} are the same object, {4}."},
    {Template::ValueDifferent, "{1}: {2} is {4}, {3} is {5}."},
    {Template::ValueBothSame, "{1}: both are the same object, {2}."},
    {Template::ValueTwoObjects, "{1}: {2} and {3} are two objects."},
    {Template::ValueLiveRef, "{1} is a live weak reference to {2}."},
    {Template::ValueDeadRef, "{1} is a dead weak reference: {2} is gone."},
    {Template::ValueObject, "{1} is {2}."},
    {Template::ValueIs, "The value is {1}."},
    {Template::ContainerEmpty, "The {1} is empty."},
    {Template::ContainerEmptyNothingLeft, "The {1} is empty. Nothing is left of {2}."},
    {Template::ContainerOneRow, "The {1} has one row: {2}."},
    {Template::ContainerOneRowLiveRef, "The {1} has one row: {2}, a live weak reference to {3}."},
    {Template::ContainerOneRowDeadRef, "The {1} has one row: {2}, a dead weak reference."},
    {Template::ContainerOneRowObject, "The {1} has one row: {2}, which holds {3}."},
    {Template::ContainerRows, "The {1} has {2} rows."},
    {Template::PrintsCounted, "Prints {1}. getrefcount counted {2}: {3}."},
    {Template::Counted, "getrefcount counted {1}: {2}."},
    {Template::PrintsSame, "Prints {1}: {2} and {3} are the same object, {4}."},
    {Template::PrintsDifferent, "Prints {1}: {2} is {4}, {3} is {5}."},
    {Template::Prints, "Prints {1}."},
    {Template::PrintsLines, "Prints {1} lines, the first of them {2}."},

    {Template::EventNameGone, "The name {1} is gone."},
    {Template::EventLastRelease, "Nobody holds {1} any more. Count {2} → 0."},
    {Template::EventRelease, "{1} lets go of {2}. Count {3} → {4}."},
    {Template::EventReleaseInFlight, "{1} has one holder less: the {2} is over. Count {3} → {4}."},
    {Template::EventAcquireName, "{1} takes hold of {2}. Count {3} → {4}."},
    {Template::EventAcquireSlot, "{1} takes hold of {2}. Count {3} → {4}."},
    {Template::EventAcquireArgument, "{1} is handed over as an argument. Count {2} → {3}."},
    {Template::EventAcquireReturn, "{1} is handed back as the return value. Count {2} → {3}."},
    {Template::EventAcquireInFlight, "{1} is in flight. Count {2} → {3}."},
    {Template::EventMiss, "A *miss*: {1} is made."},
    {Template::EventHit, "A *hit*: the cache hands out {1} again. Count {2} → {3}."},
    {Template::EventFinalize, "Before it goes, {1} is lent to its own __del__."},
    {Template::EventDelDone, "__del__ is done. Nobody took {1}, so it stays dead."},
    {Template::EventDelDoneKept, "__del__ is done. {1} was taken meanwhile, so it lives on."},
    {Template::EventRowRemovedByKey, "The row is removed by key; its weak reference dies with it."},
    {Template::EventSlotLetsGo, "{1} lets go of {2}."},
    {Template::EventSlotEmptied, "{1} is gone."},
    {Template::EventWeaken, "{1} looks at {2} from now on. The count stays {3}."},
    {Template::EventClear, "{1} is cleared: {2} is gone."},
    {Template::EventNothingToClear, "No weak reference is left to clear."},
    {Template::EventCallback, "{1}'s callback runs. {2} can no longer be reached through it."},
    {Template::EventEvict, "The row {1} is evicted: {2} is dead."},
    {Template::EventFree, "{1} is gone."},
    {Template::EventCollect, "The collector runs: {1} unreachable."},
    {Template::EventCall, "{1} is called."},
    {Template::EventReturn, "{1} is done."},
    {Template::EventLookupMiss, "Look-up of {1}: a *miss*."},
    {Template::EventLookupHit, "Look-up of {1}: a *hit*. It gives {2}."},
    {Template::EventCounted, "getrefcount counts {1}: {2}."},
    {Template::EventSame, "Both are the same object, {1}."},
    {Template::EventDifferent, "{1} and {2} are two objects."},
    {Template::EventLookedAt, "{1} is shown."},

    {Template::ListTwo, "{1} and {2}"},
    {Template::ListMore, "{1}, {2} and {3} more"},
    {Template::ListTwoAndArgument, "{1}, {2}, and its own argument"},
    {Template::ListOneAndArgument, "{1}, and its own argument"},
    {Template::ListMoreAndArgument, "{1}, {2}, {3} more, and its own argument"},
    {Template::ListOnlyArgument, "only its own argument"},
});

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].first) != i)
            return false;
    return true;
}

static_assert(table.size() == static_cast<std::size_t>(Template::CountOfTemplates), "a template has no text");
static_assert(inOrder(), "texts stand in the order of the enumeration");

/// Goes over a template's pieces: text between places, and places by number, from 1.
template<typename OnText, typename OnPlace>
void walk(std::string_view text, OnText onText, OnPlace onPlace)
{
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        onText(text.substr(0, open));
        if (open == std::string_view::npos)
            return;
        assert(text.size() > open + 2 && text[open + 2] == '}');
        onPlace(static_cast<std::size_t>(text[open + 1] - '0'));
        text.remove_prefix(open + 3);
    }
}

/// Text in which an asterisk begins and ends the strong word.
void appendMarked(Spans &spans, std::string_view text, Span::Kind &kind)
{
    while (!text.empty()) {
        const std::size_t mark = text.find('*');
        append(spans, {std::string(text.substr(0, mark)), kind});
        if (mark == std::string_view::npos)
            return;
        kind = kind == Span::Kind::Plain ? Span::Kind::Strong : Span::Kind::Plain;
        text.remove_prefix(mark + 1);
    }
}

Spans fillWith(Template which, const std::vector<Phrase> &places)
{
    Spans spans;
    Span::Kind kind = Span::Kind::Plain;
    walk(
        templateText(which), [&](std::string_view text) { appendMarked(spans, text, kind); },
        [&](std::size_t place) { append(spans, places[place - 1].spans); });
    return spans;
}

std::size_t lengthOf(const Spans &spans)
{
    return textLength(plainText(spans));
}

std::size_t timesUsed(Template which, std::size_t wanted)
{
    std::size_t times = 0;
    walk(
        templateText(which), [](std::string_view) {},
        [&](std::size_t place) { times += place == wanted ? 1 : 0; });
    return times;
}

/// Takes characters out of the middle of the phrase's longest span.
void shorten(Phrase &phrase, std::size_t excess, std::size_t atLeast)
{
    const auto longest =
        std::max_element(phrase.spans.begin(), phrase.spans.end(), [](const Span &left, const Span &right) {
            return textLength(left.text) < textLength(right.text);
        });
    if (longest == phrase.spans.end())
        return;
    const std::size_t length = textLength(longest->text);
    const std::size_t target = length > excess ? std::max(length - excess, atLeast) : atLeast;
    longest->text = elideMiddle(longest->text, target);
}

/// One pass over the places, the longest first, until the sentence fits.
void shortenAll(Template which, std::vector<Phrase> &places, bool elidableOnly, std::size_t atLeast)
{
    for (std::size_t pass = 0; pass < 2 * places.size(); ++pass) {
        const std::size_t length = lengthOf(fillWith(which, places));
        if (length <= maxSentenceLength)
            return;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool candidate = !elidableOnly || places[i].elidable;
            if (candidate && timesUsed(which, i + 1) > 0 &&
                (longest == 0 || lengthOf(places[i].spans) > lengthOf(places[longest - 1].spans)))
                longest = i + 1;
        }
        if (longest == 0)
            return;
        const std::size_t uses = timesUsed(which, longest);
        shorten(places[longest - 1], (length - maxSentenceLength + uses - 1) / uses, atLeast);
    }
}

} // namespace

Phrase plain(std::string text)
{
    return {{{std::move(text), Span::Kind::Plain}}, false};
}

Phrase code(std::string text)
{
    return {{{std::move(text), Span::Kind::Code}}, false};
}

Phrase number(std::uint64_t value)
{
    return plain(decimal(value));
}

Phrase excerpt(std::string_view text)
{
    return {{{onOneLine(withoutAddresses(text)), Span::Kind::Code}}, true};
}

std::string_view templateText(Template which)
{
    return table[static_cast<std::size_t>(which)].second;
}

Spans fill(Template which, std::initializer_list<Phrase> places)
{
    std::vector<Phrase> fitting(places);
    shortenAll(which, fitting, true, 12);
    shortenAll(which, fitting, false, 12);
    shortenAll(which, fitting, false, 5);
    return fillWith(which, fitting);
}

Spans fillWhole(Template which, std::initializer_list<Phrase> places)
{
    return fillWith(which, places);
}

} // namespace tetherscope
