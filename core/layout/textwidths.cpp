#include "layout/textwidths.h"

namespace tetherscope {

double TextWidths::of(TextId text, FontRole role)
{
    const auto [place, fresh] = m_known[static_cast<std::size_t>(role)].try_emplace(text, 0.0);
    if (fresh)
        place->second = m_measure.width(m_lexicon.text(text), role);
    return place->second;
}

} // namespace tetherscope
