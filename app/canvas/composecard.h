#pragma once

#include "canvas/composition.h"

namespace tetherscope {

/// Of the marks; null if the slot has lost nothing.
const GoingSlot *goingSlot(SlotId slot, const StepMarks &marks);

/// The planned rows of an object's card, filled or blank.
void addSlotRows(CardItem &card, const CardShape &shape, const Composition &all);
/// Likewise of a weak cache's.
void addEntryRows(CardItem &card, const CardShape &shape, const Composition &all);
/// Requires: the card's rows were the last to be added.
bool nothingIn(const CardItem &card, const Picture &picture);

/// Cuts the header's texts to its width. The title is worth more than the state, which may hang below the
/// card.
void elideHeader(CardItem &card, const TextMeasure &measure);

/// Places the card's chip below it, where the plan leaves a gap.
void hangChip(CardItem &card, const TextMeasure &measure);

} // namespace tetherscope
