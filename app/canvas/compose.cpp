#include "canvas/compose.h"

#include "canvas/composition.h"

namespace tetherscope {

QString Composition::text(TextId id) const
{
    return fromUtf8(lexicon().text(id));
}

QString Composition::label(ObjectId id) const
{
    return QString::fromStdString(lexicon().label(id));
}

bool Composition::docked(ObjectId object, HolderRef holder) const
{
    return isRing(object) && plan.dockOf(object) == holder;
}

SlotId targetSlotOf(ObjectId reference, const Lexicon &lexicon)
{
    for (const SlotId slot : lexicon.slotsOf(reference))
        if (lexicon.slot(slot).strength == SlotStrength::Weak)
            return slot;
    return {};
}

Picture composePicture(const Moment &moment, const StepMarks &marks, const Plan &plan,
                       const TextMeasure &measure, const Folding &folding)
{
    Picture picture;
    picture.bounds = plan.bounds();
    picture.seedBounds = plan.seedBounds();
    const Folded hidden = folded(folding, moment.now(), moment.lexicon());
    const Composition composition{moment, marks, plan, measure, picture, hidden};
    composeNames(composition);
    composeObjects(composition);
    composeCaches(composition);
    composeRings(composition);
    composeEdges(composition);
    composeStubs(composition, folding.empty() ? FoldedUnits() : foldAway(composition));
    composeHeadings(composition);
    return picture;
}

} // namespace tetherscope
