#include "session/folds.h"

#include <algorithm>

namespace tetherscope {

namespace {

template<typename Id>
bool contains(const std::vector<Id> &ids, Id id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

template<typename Id>
void toggleIn(std::vector<Id> &ids, Id id)
{
    if (std::erase(ids, id) == 0)
        ids.push_back(id);
}

} // namespace

bool Folds::isFolded(ObjectId head) const
{
    return contains(m_folding.heads, head);
}

bool Folds::isFolded(TextId type) const
{
    return contains(m_folding.types, type);
}

void Folds::toggle(ObjectId head)
{
    Folding folding = m_folding;
    toggleIn(folding.heads, head);
    set(folding);
}

void Folds::toggle(TextId type)
{
    Folding folding = m_folding;
    toggleIn(folding.types, type);
    set(folding);
}

void Folds::focusOn(ObjectId object)
{
    Folding folding = m_folding;
    folding.reach = folding.focus == object ? folding.reach + 1 : 1;
    folding.focus = object;
    set(folding);
}

void Folds::narrow()
{
    Folding folding = m_folding;
    if (folding.reach > 1)
        --folding.reach;
    else
        folding.focus = {};
    set(folding);
}

void Folds::setPlainNamesFolded(bool folded)
{
    Folding folding = m_folding;
    folding.plainNames = folded;
    set(folding);
}

void Folds::unfoldAll()
{
    set({});
}

void Folds::set(const Folding &folding)
{
    if (folding == m_folding)
        return;
    m_folding = folding;
    Q_EMIT changed();
}

} // namespace tetherscope
