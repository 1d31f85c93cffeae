#pragma once

#include "analysis/mark.h"
#include "analysis/nouns.h"
#include "analysis/sentence.h"

#include <optional>
#include <span>
#include <vector>

namespace tetherscope {

/// A whole step as the sentences look at it: its marks, its own events, and the events of the whole
/// statement, which for a statement that called code begin where the first inner step began.
///
/// Lifetime  Lives for one sentence; the moment must outlive it.
class Scene
{
public:
    explicit Scene(const Moment &moment);

    const Moment &moment() const { return *m_moment; }
    const StepMarks &marks() const { return m_marks; }
    const Lexicon &lexicon() const { return m_moment->lexicon(); }
    const ObjectGraph &before() const { return m_moment->before(); }
    const ObjectGraph &now() const { return m_moment->now(); }
    const Step &step() const { return m_moment->step(); }
    std::span<const Event> own() const { return m_moment->events(); }
    std::span<const Event> statement() const;
    std::uint64_t statementStart() const { return m_statementStart; }

    /// The last event of the kind in the step; null if there is none.
    const Event *lastOwn(EventKind kind) const;
    bool inStatement(EventKind kind) const;
    /// The statement itself ran the collector, and not code that it called.
    bool ranCollector() const;
    bool bornInStep(ObjectId object) const;
    bool bornInStatement(ObjectId object) const;
    /// A function was there, not drawn, before the new reference that looks at it.
    bool broughtIntoView(ObjectId object) const;

    /// Names that the statement itself assigned, in the order of writing; a call's parameters are none.
    const std::vector<NameId> &assigned() const { return m_assigned; }
    /// Names of calls that began in this step: what they hold came with the call.
    bool boundByCall(NameId name) const;
    /// What held the name or slot at the step's start.
    ObjectId heldBefore(NameId name) const { return before().binding(name).object; }

    Phrase object(ObjectId id) const { return objectPhrase(id, lexicon()); }
    Phrase name(NameId id) const { return namePhrase(id, lexicon()); }
    Phrase slot(SlotId id) const { return slotPhrase(id, lexicon()); }
    ObjectKind kindOf(ObjectId id) const { return lexicon().object(id).kind; }
    std::uint32_t countBefore(ObjectId id) const { return before().object(id).strong; }
    std::uint32_t countNow(ObjectId id) const { return now().object(id).strong; }

private:
    const Moment *m_moment;
    StepMarks m_marks;
    std::uint64_t m_statementStart;
    std::vector<NameId> m_assigned;
};

/// One family of sentences: speaks if the step has what it is about.
using Voice = std::optional<Sentence> (*)(const Scene &);

Sentence say(Template which, std::initializer_list<Phrase> places);

// In the order of weight; see sentence.cpp.
std::optional<Sentence> faultVoice(const Scene &scene);
std::optional<Sentence> collectorVoice(const Scene &scene);
std::optional<Sentence> deathVoice(const Scene &scene);
std::optional<Sentence> dyingVoice(const Scene &scene);
std::optional<Sentence> callbackVoice(const Scene &scene);
std::optional<Sentence> wrongRowVoice(const Scene &scene);
std::optional<Sentence> sharedKeyVoice(const Scene &scene);
std::optional<Sentence> resurrectionVoice(const Scene &scene);
std::optional<Sentence> rowGoneVoice(const Scene &scene);
std::optional<Sentence> referenceDiedVoice(const Scene &scene);
std::optional<Sentence> unreachableVoice(const Scene &scene);
std::optional<Sentence> classVoice(const Scene &scene);
std::optional<Sentence> birthVoice(const Scene &scene);
std::optional<Sentence> hitVoice(const Scene &scene);
std::optional<Sentence> lookupVoice(const Scene &scene);
std::optional<Sentence> dereferenceVoice(const Scene &scene);
std::optional<Sentence> gainVoice(const Scene &scene);
std::optional<Sentence> lossVoice(const Scene &scene);
std::optional<Sentence> weakReferenceVoice(const Scene &scene);
std::optional<Sentence> passVoice(const Scene &scene);
std::optional<Sentence> returnVoice(const Scene &scene);
std::optional<Sentence> itemVoice(const Scene &scene);
std::optional<Sentence> callVoice(const Scene &scene);
std::optional<Sentence> printVoice(const Scene &scene);
std::optional<Sentence> assertVoice(const Scene &scene);
std::optional<Sentence> valueVoice(const Scene &scene);

} // namespace tetherscope
