#pragma once

#include "graph/lexicon.h"
#include "layout/textmeasure.h"

#include <array>
#include <unordered_map>

namespace tetherscope {

/// A TextMeasure that asks once for each text of a run.
class TextWidths
{
public:
    TextWidths(const TextMeasure &measure, const Lexicon &lexicon)
        : m_measure(measure)
        , m_lexicon(lexicon)
    {
    }

    double of(TextId text, FontRole role);
    double of(std::string_view text, FontRole role) const { return m_measure.width(text, role); }

private:
    const TextMeasure &m_measure;
    const Lexicon &m_lexicon;
    std::array<std::unordered_map<TextId, double>, 5> m_known; ///< by role
};

} // namespace tetherscope
