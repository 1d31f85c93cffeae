#include "session/selection.h"

namespace tetherscope {

void Selection::show(Target target)
{
    if (target == m_target)
        return;
    m_target = target;
    Q_EMIT changed(target);
}

void Selection::select(Target target)
{
    const bool isNew = m_past.empty() || m_past[m_place] != target;
    if (target && isNew) {
        if (!m_past.empty())
            m_past.resize(m_place + 1);
        m_past.push_back(target);
        m_place = m_past.size() - 1;
    }
    show(target);
}

void Selection::back()
{
    if (canGoBack())
        show(m_past[--m_place]);
}

void Selection::forward()
{
    if (canGoForward())
        show(m_past[++m_place]);
}

void Selection::reset()
{
    m_past.clear();
    m_place = 0;
    show({});
}

} // namespace tetherscope
