#include "analysis/sentence.h"

#include "analysis/scene.h"

#include <array>

namespace tetherscope {

namespace {

/// By weight: the first that has something to say is the only one heard.
constexpr std::array<Voice, 26> voices = {
    faultVoice,         collectorVoice, deathVoice,   dyingVoice,         wrongRowVoice,    sharedKeyVoice,
    resurrectionVoice,  callbackVoice,  rowGoneVoice, referenceDiedVoice, unreachableVoice, classVoice,
    birthVoice,         hitVoice,       lookupVoice,  dereferenceVoice,   gainVoice,        lossVoice,
    weakReferenceVoice, passVoice,      returnVoice,  itemVoice,          callVoice,        assertVoice,
    printVoice,         valueVoice,
};

Sentence stepSentence(const Moment &moment)
{
    const Scene scene(moment);
    for (const Voice voice : voices)
        if (std::optional<Sentence> sentence = voice(scene))
            return *sentence;
    const bool over = moment.step().kind == StatementKind::None;
    return say(over ? Template::TheEnd : Template::NoChange, {});
}

} // namespace

Sentence sentenceAt(const Moment &moment)
{
    const Position position = moment.position();
    if (position.step == 0)
        return say(Template::NothingYet, {});
    if (moment.whole())
        return stepSentence(moment);
    if (position.events == 0)
        return sentenceAt(moment.timeline(), moment.timeline().end(position.step - 1));
    return eventSentenceAt(moment);
}

Sentence sentenceAt(const Timeline &timeline, Position position)
{
    return sentenceAt(Moment(timeline, position));
}

} // namespace tetherscope
