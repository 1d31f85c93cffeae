#include "console/statementhistory.h"

namespace tetherscope {

void StatementHistory::add(const QString &statement)
{
    if (m_statements.isEmpty() || m_statements.constLast() != statement)
        m_statements.append(statement);
    if (m_statements.size() > most)
        m_statements.removeFirst();
    m_place = m_statements.size();
    m_draft.clear();
}

QString StatementHistory::older(const QString &current)
{
    if (m_place == m_statements.size())
        m_draft = current;
    return m_statements[--m_place];
}

QString StatementHistory::newer()
{
    ++m_place;
    return m_place == m_statements.size() ? m_draft : m_statements[m_place];
}

} // namespace tetherscope
