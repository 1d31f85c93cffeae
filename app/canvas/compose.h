#pragma once

#include "analysis/folding.h"
#include "analysis/mark.h"
#include "canvas/picture.h"
#include "layout/plan.h"
#include "layout/textmeasure.h"

namespace tetherscope {

/// Decides everything that is seen at the moment: which things, where, in which words, how loud. What is
/// folded away leaves its place empty, for nothing moves.
///
/// A pure function: the same moment gives the same picture, whichever way it was reached.
/// Requires: `marks` are those of the moment, and the plan was made for its timeline with the same measure.
Picture composePicture(const Moment &moment, const StepMarks &marks, const Plan &plan,
                       const TextMeasure &measure, const Folding &folding = {});

} // namespace tetherscope
