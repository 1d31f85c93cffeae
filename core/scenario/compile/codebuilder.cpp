#include "scenario/compile/codebuilder.h"

#include <algorithm>

namespace tetherscope::vm {

void CodeBuilder::emit(Op op, std::uint32_t argument)
{
    m_code.instructions.push_back({op, argument});
    m_code.places.push_back(place);
    m_code.statements.push_back(statement);
}

void CodeBuilder::jump(Op op, Label target)
{
    m_jumps.push_back(here());
    emit(op, target.number);
}

Label CodeBuilder::newLabel()
{
    m_labels.push_back(0);
    return {static_cast<std::uint32_t>(m_labels.size() - 1)};
}

std::uint32_t CodeBuilder::constant(Value value)
{
    const auto same = [&](const Value &known) { return known.identical(value); };
    const auto known = std::find_if(m_code.constants.begin(), m_code.constants.end(), same);
    if (known != m_code.constants.end())
        return static_cast<std::uint32_t>(known - m_code.constants.begin());
    m_code.constants.push_back(std::move(value));
    return static_cast<std::uint32_t>(m_code.constants.size() - 1);
}

std::uint32_t CodeBuilder::addStatement(const StatementInfo &info)
{
    m_code.statementInfos.push_back(info);
    return static_cast<std::uint32_t>(m_code.statementInfos.size() - 1);
}

void CodeBuilder::guard(std::uint32_t begin, Label target, std::uint32_t depth, std::uint32_t nesting)
{
    if (begin < here())
        m_guards.push_back({{begin, here(), 0, depth}, target, nesting});
}

void CodeBuilder::finish()
{
    for (const std::uint32_t at : m_jumps)
        m_code.instructions[at].a = m_labels[m_code.instructions[at].a];
    std::stable_sort(m_guards.begin(), m_guards.end(), [](const OpenGuard &left, const OpenGuard &right) {
        return left.nesting > right.nesting;
    });
    for (OpenGuard &open : m_guards) {
        open.guard.target = m_labels[open.target.number];
        m_code.guards.push_back(open.guard);
    }
}

} // namespace tetherscope::vm
