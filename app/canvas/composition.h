#pragma once

#include "analysis/folding.h"
#include "analysis/mark.h"
#include "canvas/geometry.h"
#include "canvas/picture.h"
#include "layout/plan.h"
#include "layout/textmeasure.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace tetherscope {

/// What the parts of composePicture() share: what they read, and the picture they fill.
struct Composition
{
    const Moment &moment;
    const StepMarks &marks;
    const Plan &plan;
    const TextMeasure &measure;
    Picture &picture;
    const Folded &folded;

    const ObjectGraph &now() const { return moment.now(); }
    const ObjectGraph &before() const { return moment.before(); }
    const Lexicon &lexicon() const { return moment.lexicon(); }
    QString text(TextId id) const;
    QString label(ObjectId id) const;

    bool isRing(ObjectId id) const { return lexicon().object(id).kind == ObjectKind::WeakReference; }
    /// The ring sits at this very holder: no line is drawn between them.
    bool docked(ObjectId object, HolderRef holder) const;
    /// Adds to what the step changed.
    void changed(const SceneRect &rect) const { picture.changed = united(picture.changed, rect); }
};

/// Of counts, by the object: those whose holders are folded away.
using FoldedUnits = std::map<ObjectId, std::uint32_t>;

void composeNames(const Composition &composition);
void composeObjects(const Composition &composition);
void composeCaches(const Composition &composition);
void composeRings(const Composition &composition);
void composeEdges(const Composition &composition);
/// Takes away what is folded: edges into it go, and what it holds of the rest is left to stubs.
/// Requires: all that is drawn but stubs and headings is composed.
FoldedUnits foldAway(const Composition &composition);
/// Requires: all else but the headings is composed, since captions keep clear of it.
void composeStubs(const Composition &composition, const FoldedUnits &foldedUnits);
/// Requires: the names are composed.
void composeHeadings(const Composition &composition);

/// The weak slot of a reference, through which it looks at something; empty for any other object.
SlotId targetSlotOf(ObjectId reference, const Lexicon &lexicon);

/// Whether a list of the marks, which are all in order of id, has the id.
template<typename T>
bool has(const std::vector<T> &sorted, T id)
{
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

QString fromUtf8(std::string_view text);

/// "year 2022 · month 12": the plain values of an object, joined in the way of its kind.
QString plainValues(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);
/// How a slot is called on its row: "next", "[0]", a dict's key without its brackets.
QString rowText(SlotId slot, ObjectId held, const Lexicon &lexicon);
/// Cut in the middle to the width, "…" where something is missing.
QString elided(const QString &text, double width, FontRole role, const TextMeasure &measure);
double widthOf(const QString &text, FontRole role, const TextMeasure &measure);

} // namespace tetherscope
